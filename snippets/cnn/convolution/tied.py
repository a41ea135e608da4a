# kind: numeric
"""A locally connected layer with the same weights everywhere."""

# --8<-- [start:tied]
import numpy as np

from chainrule.scratch.nn import Conv2d, LocallyConnected2d

x = np.random.default_rng(0).normal(size=(4, 3, 8, 8))
shared = Conv2d(3, 16, 3, padding=1, rng=1)
local = LocallyConnected2d(3, 16, 8, 3, padding=1)
local.weight[...] = shared.weight  # to each of the 64 places
local.bias[...] = shared.bias
y = local.forward(x)
print("same output:", np.allclose(y, shared.forward(x), rtol=1e-12))

local.backward(y)
shared.backward(y)
summed = local.grad_weight.sum(axis=(0, 1))  # over the places
same = np.allclose(summed, shared.grad_weight, rtol=1e-12)
print("same gradient, summed over the places:", same)
for layer in (local, shared):
    size = sum(array.size for array in layer.params)
    print(f"{type(layer).__name__:18} {size:6,} parameters")
# --8<-- [end:tied]
