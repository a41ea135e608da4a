# kind: exact
"""Everything on this page for three points, small enough to check by hand."""

import numpy as np

from chainrule.scratch.models.regression import (
    gradients,
    least_squares,
    predict,
)
from chainrule.scratch.nn import mse

# --8<-- [start:points]
X = np.array([[0.0], [1.0], [2.0]])  # three samples, one feature
t = np.array([1.0, 2.0, 6.0])

w, b = np.zeros(1), 0.0
print(f"loss at w = 0, b = 0: {mse(predict(X, w, b), t):.4f}")
grad_w, grad_b = gradients(X, t, w, b)
print(f"gradient by w: {grad_w[0]:.4f}, by b: {grad_b:.4f}")
w, b = w - 0.1 * grad_w, b - 0.1 * grad_b
loss = mse(predict(X, w, b), t)
print(f"one step with lr 0.1: w = {w[0]:.4f}, b = {b:.4f}, loss {loss:.4f}")
w, b = least_squares(X, t)
loss = mse(predict(X, w, b), t)
print(f"minimum: w = {w[0]:.4f}, b = {b:.4f}, loss {loss:.4f}")
# --8<-- [end:points]
