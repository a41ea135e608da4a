# kind: exact
"""Two layers: the filters of the second are as deep as the first is wide."""

# --8<-- [start:channels]
import numpy as np

from chainrule.scratch.nn import Conv2d

x = np.random.default_rng(0).normal(size=(1, 3, 32, 32))
for layer in (Conv2d(3, 64, 3, padding=1), Conv2d(64, 32, 3, padding=1)):
    print("weight", layer.weight.shape, "bias", layer.bias.shape, end=" ")
    print(f"{layer.weight.size + layer.bias.size:,} numbers")
    x = layer.forward(x)
    print("out   ", x.shape)
try:
    Conv2d(3, 32, 3).forward(x)
except ValueError as error:
    print("ValueError:", error)
# --8<-- [end:channels]
