# kind: exact
"""Exercise: the product as a third feature."""

# --8<-- [start:solution]
import numpy as np

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
z = X[:, 0] + X[:, 1] - 2 * X[:, 0] * X[:, 1] - 0.5
print(z, (z > 0).astype(int))
# --8<-- [end:solution]
