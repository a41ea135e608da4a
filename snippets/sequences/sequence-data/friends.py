# kind: exact
"""A circle of friends."""

# --8<-- [start:friends]
import numpy as np

from chainrule.data.graphs import adjacency_matrix

names = ["Ann", "Ben", "Cai", "Dao", "Eva"]
profiles = [(19, 1), (23, 0), (20, 1), (31, 0), (22, 1)]  # age, member
A = adjacency_matrix([(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)], 5)
print(A.astype(int))
degrees = A.sum(axis=1).astype(int)
print("friends:", dict(zip(names, degrees.tolist(), strict=True)))
print("symmetric:", np.array_equal(A, A.T))
X = np.array(profiles)  # a row for each node
print("friends' mean age:", (A @ X[:, 0] / degrees).round(1))
# --8<-- [end:friends]
