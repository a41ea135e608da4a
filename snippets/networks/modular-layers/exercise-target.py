# kind: exact
"""Exercise 1: another target, and what follows from it."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.nn import HalfSquaredErrorLoss, Linear, ReLU, Sequential

hidden = Linear.of(np.array([[1.0, 1.0], [1.0, -1.0]]), np.array([0.0, 0.0]))
output = Linear.of(np.array([[2.0, 5.0]]), np.array([-4.0]))
model, half = Sequential(hidden, ReLU(), output), HalfSquaredErrorLoss()

y = model.forward(np.array([[1.0, 2.0]]))
print("E", half.forward(y, np.array([[4.0]])))
print("dx", model.backward(half.backward()).tolist())
print(*(gradient.tolist() for gradient in model.grads))
# --8<-- [end:solution]
