import pytest

from chainrule.data.graphs import parse_smiles


@pytest.mark.parametrize(
    ("text", "atoms", "bonds"),
    [
        ("C", "C", {}),
        ("CCO", "CCO", {(0, 1): 1, (1, 2): 1}),
        ("C#N", "CN", {(0, 1): 3}),
        ("C-C", "CC", {(0, 1): 1}),
        ("O=C=O", "OCO", {(0, 1): 2, (1, 2): 2}),
        ("HOH", "HOH", {(0, 1): 1, (1, 2): 1}),
        ("CC(=O)N", "CCON", {(0, 1): 1, (1, 2): 2, (1, 3): 1}),
        ("C(F)(F)F", "CFFF", {(0, 1): 1, (0, 2): 1, (0, 3): 1}),
        ("C(C(O)N)F", "CCONF", {(0, 1): 1, (1, 2): 1, (1, 3): 1, (0, 4): 1}),
        ("C1CC1", "CCC", {(0, 1): 1, (1, 2): 1, (0, 2): 1}),
        ("C=1CC1", "CCC", {(0, 1): 1, (1, 2): 1, (0, 2): 2}),
        ("C1CC=1", "CCC", {(0, 1): 1, (1, 2): 1, (0, 2): 2}),
        # one digit after the other, and the same digit twice
        ("C12CC1C2", "CCCC", {(0, 1): 1, (1, 2): 1, (0, 2): 1, (2, 3): 1, (0, 3): 1}),
    ],
)
def test_reads(text, atoms, bonds):
    assert parse_smiles(text) == (list(atoms), bonds)


def test_chlorine_has_two_letters():
    assert parse_smiles("ClCCl") == (["Cl", "C", "Cl"], {(0, 1): 1, (1, 2): 1})


def test_a_digit_is_free_again():
    """Two rings, one after the other, both closed by 1."""
    atoms, bonds = parse_smiles("C1CC1C1CC1")
    assert len(atoms) == 6
    assert len(bonds) == len(atoms) - 1 + 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "place 0: it is not complete"),
        ("c1ccccc1", "place 0: not in this notation"),
        ("CBr", "place 1: not in this notation"),
        ("[Na]", "place 0: not in this notation"),
        ("C.C", "place 1: not in this notation"),
        ("C C", "place 1: not in this notation"),
        ("=C", "place 0: an atom comes first"),
        ("(C)", "place 0: an atom comes first"),
        ("1C", "place 0: an atom comes first"),
        ("C==C", "place 2: two bonds"),
        ("C=(C)", "place 2: a bond stands within"),
        ("C)C", "place 1: nothing to close"),
        ("C(C=)C", "place 4: nothing to close"),
        ("C()C", "place 2: nothing to close"),
        ("C=", "place 2: it is not complete"),
        ("C(C", "place 3: it is not complete"),
        ("C1CC", "place 4: it is not complete"),
        ("C11", "place 2: a ring of one or two atoms"),
        ("C1C1", "place 3: a ring of one or two atoms"),
        ("C=1CC#1", "place 6: a ring closed by two kinds"),
        ("O=O=O", r"O \(atom 1\) with 4 bonds"),
        ("C(F)(F)(F)(F)F", r"C \(atom 0\) with 5 bonds"),
    ],
)
def test_refuses(text, message):
    with pytest.raises(ValueError, match=message):
        parse_smiles(text)
