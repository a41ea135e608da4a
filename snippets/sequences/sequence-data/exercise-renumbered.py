# kind: exact
"""A graph whose nodes are numbered in another order."""

# --8<-- [start:solution]
import numpy as np

from chainrule.data.graphs import molecule_graph

X, A = molecule_graph("CC(=O)O")  # acetic acid
P = np.eye(len(A))[np.random.default_rng(0).permutation(len(A))]
print("other matrices:", not np.array_equal(P @ A @ P.T, A))
both = [(A @ X), P.T @ (P @ A @ P.T) @ (P @ X)]
print("the same sums over neighbours:", np.array_equal(*both))
# --8<-- [end:solution]
