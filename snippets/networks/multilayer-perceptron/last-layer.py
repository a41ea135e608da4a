# kind: exact
"""What the last layer of the lecture's network says under softmax."""

import numpy as np

from chainrule.scratch.models.deep import identity, mlp_forward
from chainrule.scratch.nn import sigmoid, softmax

W = {1: [[1, -2], [-1, 1]], 2: [[2, -1], [-2, -1]], 3: [[3, -1], [-1, 4]]}
b = {1: [1, 0], 2: [0, 0], 3: [-2, 2]}
W = {layer: np.array(rows, float) for layer, rows in W.items()}
b = {layer: np.array(row, float) for layer, row in b.items()}
f = dict.fromkeys(W, sigmoid)
x = np.array([[1.0, -1.0], [0.0, 0.0]])

# --8<-- [start:softmax]
_, y = mlp_forward(x, W, b, {**f, 3: identity})
z = y[3]  # the logits
print("logits:", z.round(2).tolist())
print("classes:", softmax(z).round(2).tolist())  # (12.5)
# --8<-- [end:softmax]
