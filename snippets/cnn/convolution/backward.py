# kind: numeric
"""Both gradients of a convolution are correlations again."""

# --8<-- [start:backward]
import numpy as np
from scipy import signal

from chainrule.scratch.nn import Conv2d

rng = np.random.default_rng(0)
x, dy = rng.normal(size=(6, 6)), rng.normal(size=(4, 4))
layer = Conv2d(1, 1, 3, rng=1)
layer.forward(x[None, None])
dx = layer.backward(dy[None, None])[0, 0]
k = layer.weight[0, 0]

by_weights = signal.correlate2d(x, dy, mode="valid")  # (34.7)
by_input = signal.convolve2d(dy, k, mode="full")  # (34.8): k is flipped
print("weights", np.allclose(by_weights, layer.grad_weight, rtol=1e-12))
print("input  ", np.allclose(by_input, dx, rtol=1e-12), dx.shape)
# --8<-- [end:backward]
