"""Molecules as graphs."""

# --8<-- [start:molecule]
import numpy as np

from chainrule.data.graphs.parse_smiles import VALENCES, parse_smiles

ELEMENTS = tuple(VALENCES)  # C N O H F Cl


def molecule_graph(smiles, hydrogens=True):
    """One-hot atoms (n, 6) and bond orders (n, n) of a molecule.

    The notation is that of parse_smiles, whose errors it raises. Columns
    are C, N, O, H, F, Cl. Where an atom has bonds left, hydrogens are
    added behind all others, or left out.
    """
    atoms, bonds = parse_smiles(smiles)
    if hydrogens:
        for i, atom in enumerate(tuple(atoms)):
            used = sum(n for pair, n in bonds.items() if i in pair)
            for _ in range(VALENCES[atom] - used):
                bonds[i, len(atoms)] = 1
                atoms.append("H")
    nodes = np.array([[atom == e for e in ELEMENTS] for atom in atoms], float)
    orders = np.zeros((len(atoms), len(atoms)))
    for (i, j), order in bonds.items():
        orders[i, j] = orders[j, i] = order
    return nodes, orders


# --8<-- [end:molecule]


# --8<-- [start:formula]
def molecular_formula(nodes):
    """How many there are of each element: carbon, hydrogen, then the rest.

    nodes are those of molecule_graph; the rest is in the order of the
    alphabet, as chemists write it (Hill's order).
    """
    counts = dict(zip(ELEMENTS, np.sum(nodes, axis=0).astype(int), strict=True))
    order = sorted(ELEMENTS) if not counts["C"] else ["C", "H"]
    order += [e for e in sorted(ELEMENTS) if e not in order]
    shown = [(e, counts[e]) for e in order if counts[e]]
    return "".join(e + (str(n) if n > 1 else "") for e, n in shown)


# --8<-- [end:formula]
