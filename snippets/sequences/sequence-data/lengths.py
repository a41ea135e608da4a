# kind: exact
"""A dense layer and inputs of two lengths."""

# --8<-- [start:refused]
import numpy as np

from chainrule.scratch.nn import Linear

three = np.array([[1.0, 0], [0, 1], [2, 2]])  # three vectors of two numbers
two = np.array([[4.0, 0], [0, 2]])
layer = Linear(6, 4, rng=0)
print("three vectors:", layer.forward(three.reshape(1, -1)).shape)
try:
    layer.forward(two.reshape(1, -1))
except ValueError as error:
    print("two vectors:", error)
# --8<-- [end:refused]
