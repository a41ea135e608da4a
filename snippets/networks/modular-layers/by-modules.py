# kind: exact
"""The same network, made of modules: one pass each way."""

# --8<-- [start:modules]
import numpy as np

from chainrule.scratch.nn import HalfSquaredErrorLoss, Linear, ReLU, Sequential

hidden = Linear.of(np.array([[1.0, 1.0], [1.0, -1.0]]), np.array([0.0, 0.0]))
output = Linear.of(np.array([[2.0, 5.0]]), np.array([-4.0]))
model, half = Sequential(hidden, ReLU(), output), HalfSquaredErrorLoss()

x, t = np.array([[1.0, 2.0]]), np.array([[1.0]])
y = model.forward(x)
print("y", y.tolist(), " E", half.forward(y, t))
dx = model.backward(half.backward())
for parameter, gradient in model.parameters():
    print(parameter.tolist(), "has the gradient", gradient.tolist())
print("dx", dx.tolist())
# --8<-- [end:modules]
