# kind: exact
"""A matrix that is transposed by mistake."""

import numpy as np

from chainrule.scratch.models.deep import mlp_forward
from chainrule.scratch.nn import sigmoid

W = {1: [[1, -2], [-1, 1]], 2: [[2, -1], [-2, -1]], 3: [[3, -1], [-1, 4]]}
b = {1: [1, 0], 2: [0, 0], 3: [-2, 2]}
W = {layer: np.array(rows, float) for layer, rows in W.items()}
b = {layer: np.array(row, float) for layer, row in b.items()}
f = dict.fromkeys(W, sigmoid)
x = np.array([[1.0, -1.0], [0.0, 0.0]])

# --8<-- [start:transposed]
_, y = mlp_forward(x, {**W, 2: W[2].T}, b, f)  # square: no one complains
print("2 to 2:", y[3].round(2).tolist())

W1, W2 = np.ones((3, 2)), np.ones((2, 3))  # 2-3-2
zeros = {1: np.zeros(3), 2: np.zeros(2)}
try:
    mlp_forward(x, {1: W1, 2: W2.T}, zeros, f)
except ValueError as error:
    print("2-3-2:", str(error)[:42], "…")
# --8<-- [end:transposed]
