# kind: exact
"""A cascade with weights set by hand."""

import numpy as np

from chainrule.scratch.models.shallow.cascaded_logistic import encode, logits
from chainrule.scratch.nn import sigmoid

# --8<-- [start:by-hand]
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])

W, b = np.array([[-2.0, 2.0], [2.0, -2.0]]), np.array([-1.0, -1.0])
c, b0 = np.array([20.0, 20.0]), np.array(-13.2)

a = encode(X, W, b)
y = sigmoid(logits(X, W, b, c, b0))
for x, code, p in zip(X, a, y, strict=True):
    print(f"x = {x}  a = ({code[0]:.2f}, {code[1]:.2f})  y = {p:.3f}")
# --8<-- [end:by-hand]
