# kind: exact
"""Exercise: the second step of gradient descent on three points."""

import numpy as np

from chainrule.scratch.models.regression import gradients, predict
from chainrule.scratch.nn import mse

# --8<-- [start:solution]
X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])

w, b = np.array([14 / 15]), 0.6
grad_w, grad_b = gradients(X, t, w, b)
w, b = w - 0.1 * grad_w, b - 0.1 * grad_b
print(f"gradient by w: {grad_w[0]:.4f}, by b: {grad_b:.4f}")
print(f"w = {w[0]:.4f}, b = {b:.4f}, loss {mse(predict(X, w, b), t):.4f}")
# --8<-- [end:solution]
