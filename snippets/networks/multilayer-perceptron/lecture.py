# kind: exact
"""The network of the lecture, two inputs at once."""

import numpy as np

from chainrule.scratch.models.deep import mlp_forward
from chainrule.scratch.nn import sigmoid

# --8<-- [start:lecture]
W = {1: [[1, -2], [-1, 1]], 2: [[2, -1], [-2, -1]], 3: [[3, -1], [-1, 4]]}
b = {1: [1, 0], 2: [0, 0], 3: [-2, 2]}
W = {layer: np.array(rows, float) for layer, rows in W.items()}
b = {layer: np.array(row, float) for layer, row in b.items()}
f = dict.fromkeys(W, sigmoid)

x = np.array([[1.0, -1.0], [0.0, 0.0]])  # two samples, one a row
u, y = mlp_forward(x, W, b, f)
for layer in (1, 2, 3):
    print(f"u({layer}) = {u[layer].round(2).tolist()}")
    print(f"y({layer}) = {y[layer].round(2).tolist()}")
# --8<-- [end:lecture]
