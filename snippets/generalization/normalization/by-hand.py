# kind: exact
"""Four numbers of one feature, normalized, and the gradient of the first."""

# --8<-- [start:by-hand]
import numpy as np

from chainrule.scratch.nn import normalize, normalize_backward

x = np.array([1.0, 3, 5, 7])
y, scale, mean, variance = normalize(x, axes=0, eps=0)
print("mean", mean[0], " variance", variance[0])
print("normalized", y.round(3))

dy = np.array([1.0, 0, 0, 0])  # the loss is the first number
dx = normalize_backward(dy, y, scale, axes=0)
print("gradient  ", dx.round(3))
print("its sum is 0:", abs(dx.sum()) < 1e-15)
print("so is x's share:", abs((dx * x).sum()) < 1e-15)
# --8<-- [end:by-hand]
