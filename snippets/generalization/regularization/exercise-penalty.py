# kind: exact
"""Linear regression with dropout on its inputs is ridge regression."""

# --8<-- [start:solution]
from itertools import product

import numpy as np

rng = np.random.default_rng(0)
X, t, p = rng.normal(size=(20, 3)), rng.normal(size=20), 0.2
masks = np.array([*product((0, 1), repeat=3)])
chance = ((1 - p) ** masks * p ** (1 - masks)).prod(axis=1)

H = np.einsum("m,mi,ni,nj,mj->ij", chance, masks, X, X, masks) / 20
b = chance @ masks @ np.diag(X.T @ t / 20)
average = np.linalg.solve(H / (1 - p) ** 2, b / (1 - p))  # over all masks

decay = p / (1 - p) * np.square(X).mean(axis=0)
ridge = np.linalg.solve(X.T @ X / 20 + np.diag(decay), X.T @ t / 20)
print("all masks", average.round(6))
print("ridge    ", ridge.round(6))
# --8<-- [end:solution]
