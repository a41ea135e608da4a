"""Edges as a matrix."""

import numpy as np


# --8<-- [start:adjacency]
def adjacency_matrix(edges, num_nodes, directed=False):
    """A (num_nodes, num_nodes): 1 where an edge leads from i to j, else 0.

    edges are pairs (i, j), counted from 0; undirected ones lead both
    ways, and one that is named twice counts once. Raises ValueError for
    what is no pair of whole numbers, a node that is not there, and an
    edge from a node to itself.
    """
    A = np.zeros((num_nodes, num_nodes))
    pairs = np.asarray(edges)
    if not len(pairs):
        return A
    if pairs.ndim != 2 or pairs.shape[1] != 2 or pairs.dtype.kind not in "iu":
        raise ValueError(f"edges must be pairs of nodes, got {edges!r}")
    for i, j in pairs.tolist():
        if i == j or min(i, j) < 0 or max(i, j) >= num_nodes:
            raise ValueError(f"no edge from {i} to {j} among {num_nodes}")
        A[i, j] = 1
        if not directed:
            A[j, i] = 1
    return A


# --8<-- [end:adjacency]
