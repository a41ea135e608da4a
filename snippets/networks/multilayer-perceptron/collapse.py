# kind: exact
"""The network of the lecture without its sigmoids."""

import numpy as np

from chainrule.scratch.models.deep import mlp_forward
from chainrule.scratch.nn import sigmoid

W = {1: [[1, -2], [-1, 1]], 2: [[2, -1], [-2, -1]], 3: [[3, -1], [-1, 4]]}
b = {1: [1, 0], 2: [0, 0], 3: [-2, 2]}
W = {layer: np.array(rows, float) for layer, rows in W.items()}
b = {layer: np.array(row, float) for layer, row in b.items()}
f = dict.fromkeys(W, sigmoid)
x = np.array([[1.0, -1.0], [0.0, 0.0]])

# --8<-- [start:collapse]
A = W[3] @ W[2] @ W[1]  # (12.6)
c = W[3] @ (W[2] @ b[1] + b[2]) + b[3]
print("A =", A.astype(int).tolist(), " c =", c.astype(int).tolist())

straight = dict.fromkeys(W, lambda u: u)  # f(u) = u in every layer
_, y = mlp_forward(x, W, b, straight)
print("three layers:", y[3].astype(int).tolist())
print("one layer:   ", (x @ A.T + c).astype(int).tolist())
# --8<-- [end:collapse]
