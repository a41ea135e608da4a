# kind: numeric
"""A bias, and a factor, in front of batch normalization."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.nn import BatchNorm1d, Linear, Sequential

rng = np.random.default_rng(0)
x, dy = rng.normal(size=(6, 3)), rng.normal(size=(6, 4))
linear = Linear(3, 4, rng)
model = Sequential(linear, BatchNorm1d(4, eps=0))
y = model.forward(x)
model.backward(dy)
small = np.abs(linear.grad_bias).max() < 1e-14
print("the bias has a gradient of zero:", small)
before = linear.grad_weight.copy()
linear.weight *= 10
same = np.abs(model.forward(x) - y).max() < 1e-13
model.backward(dy)
tenth = np.abs(10 * linear.grad_weight - before).max() < 1e-13
print("ten times W: the same output", same, "a tenth of the gradient", tenth)
# --8<-- [end:solution]
