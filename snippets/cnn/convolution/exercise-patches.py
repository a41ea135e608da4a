# kind: exact
"""Patches times a matrix are a convolution with a stride."""

# --8<-- [start:solution]
import numpy as np

from chainrule.scratch.nn import Conv2d

x = np.random.default_rng(0).normal(size=(1, 3, 224, 224))
layer = Conv2d(3, 8, 16, stride=16, rng=1)
y = layer.forward(x)
patches = x.reshape(3, 14, 16, 14, 16).transpose(1, 3, 0, 2, 4)
tokens = patches.reshape(14 * 14, -1) @ layer.weight.reshape(8, -1).T
same = np.allclose(tokens + layer.bias, y[0].reshape(8, -1).T, rtol=1e-10)
print(y.shape, "or", tokens.shape, "tokens; the same:", same)
# --8<-- [end:solution]
