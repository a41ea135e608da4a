"""Graphs as matrices: a vector for each node, and who is joined to whom.

>>> adjacency_matrix([(0, 1), (1, 2)], 3).sum(axis=1)  # degrees
array([1., 2., 1.])
>>> nodes, bonds = molecule_graph("CCO")  # ethanol
>>> nodes.shape, bonds.shape, molecular_formula(nodes)
((9, 6), (9, 9), 'C2H6O')
"""

from chainrule.data.graphs.adjacency_matrix import adjacency_matrix
from chainrule.data.graphs.molecule_graph import (
    molecular_formula,
    molecule_graph,
)
from chainrule.data.graphs.parse_smiles import parse_smiles

__all__ = [
    "adjacency_matrix",
    "molecular_formula",
    "molecule_graph",
    "parse_smiles",
]
