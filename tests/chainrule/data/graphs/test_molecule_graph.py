import numpy as np
import pytest

from chainrule.data.graphs import molecular_formula, molecule_graph

UNIT = "graph-inputs"
BENZENE, CAFFEINE = "C1=CC=CC=C1", "CN1C=NC2=C1C(=O)N(C(=O)N2C)C"
VALENCES = [4, 3, 2, 1, 1, 1]
KNOWN = {  # molecule: its formula, as handbooks have it
    "C": "CH4",
    "CCO": "C2H6O",
    "COC": "C2H6O",
    "O": "H2O",
    "HH": "H2",
    "C#N": "CHN",
    "CC(=O)O": "C2H4O2",
    "ClC(Cl)Cl": "CHCl3",
    "ClC(F)(F)Cl": "CCl2F2",
    "N": "H3N",
    BENZENE: "C6H6",
    CAFFEINE: "C8H10N4O2",
}


@pytest.mark.parametrize(("smiles", "formula"), KNOWN.items())
def test_known_molecules(agree, smiles, formula):
    nodes, bonds = molecule_graph(smiles)
    assert molecular_formula(nodes) == formula
    assert nodes.shape == (len(bonds), 6)
    agree(UNIT, nodes.sum(axis=1), np.ones(len(bonds)), 0, against="one-hot")
    agree(UNIT, bonds, bonds.T, 0, against="its transpose")
    degrees = nodes @ VALENCES  # no bond is left over
    agree(UNIT, bonds.sum(axis=1), degrees, 0, against="valences")
    assert not np.diag(bonds).any()


@pytest.mark.parametrize(("smiles", "rings"), [("CCO", 0), (BENZENE, 1), (CAFFEINE, 2)])
def test_rings(smiles, rings):
    """A connected graph has n - 1 edges, and one more for each ring."""
    _, bonds = molecule_graph(smiles)
    n = len(bonds)
    assert (bonds > 0).sum() / 2 == n - 1 + rings
    assert (np.linalg.matrix_power((bonds > 0) + np.eye(n), n) > 0).all()


def test_benzene_is_a_ring(agree):
    """The eigenvalues of a ring of six are 2 cos(2 pi k / 6)."""
    _, bonds = molecule_graph(BENZENE, hydrogens=False)
    found = np.linalg.eigvalsh(bonds > 0)
    oracle = np.sort(2 * np.cos(2 * np.pi * np.arange(6) / 6))
    agree(UNIT, found, oracle, 1e-12, against="2 cos(2 pi k / 6)")
    assert sorted(bonds[bonds > 0]) == [1] * 6 + [2] * 6


def test_isomers_have_one_formula_and_two_graphs():
    (a, A), (b, B) = molecule_graph("CCO"), molecule_graph("COC")
    assert molecular_formula(a) == molecular_formula(b)
    assert sorted(np.linalg.eigvalsh(A)) != pytest.approx(sorted(np.linalg.eigvalsh(B)))


def test_hydrogens_come_last_or_not():
    nodes, bonds = molecule_graph("CO")
    bare, between = molecule_graph("CO", hydrogens=False)
    assert (
        nodes[:2].tolist() == bare.tolist() == [[1, 0, 0, 0, 0, 0], [0, 0, 1, 0, 0, 0]]
    )
    assert bonds[:2, :2].tolist() == between.tolist() == [[0, 1], [1, 0]]
    assert nodes[2:, 3].all()
    assert [row.argmax() for row in bonds[2:]] == [0, 0, 0, 1]


def test_refuses_with_the_place():
    with pytest.raises(ValueError, match="'c1', place 0: not in this notation"):
        molecule_graph("c1")
