# kind: exact
"""A circle of friends."""

# --8<-- [start:friends]
import numpy as np

from chainrule.data.graphs import adjacency_matrix

names = ["Ann", "Ben", "Cai", "Dao", "Eva"]
profiles = np.array(
    [[19, 1], [23, 0], [20, 1], [31, 0], [22, 1]]
)  # age, member
A = adjacency_matrix([(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)], 5)
print(A.astype(int))
print(
    "friends:",
    dict(zip(names, A.sum(axis=1).astype(int).tolist(), strict=True)),
)
print("symmetric:", np.array_equal(A, A.T))
print("friends' mean age:", (A @ profiles[:, 0] / A.sum(axis=1)).round(1))
# --8<-- [end:friends]
