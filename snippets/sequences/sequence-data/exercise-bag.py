# kind: exact
"""Means do not see the order; pairs of neighbours do."""

# --8<-- [start:solution]
import numpy as np

words = ["man", "bites", "dog"]
one_hot = np.eye(3)
first, second = one_hot[[2, 1, 0]], one_hot[[0, 1, 2]]  # dog ..., man ...
means = [x.mean(axis=0) for x in (first, second)]
print("means are equal:", np.array_equal(*means))
pairs = [np.einsum("ti,tj->ij", x[:-1], x[1:]) for x in (first, second)]
print("pairs are equal:", np.array_equal(*pairs))
# --8<-- [end:solution]
