# kind: exact
"""gamma and beta that undo the normalization."""

# --8<-- [start:affine]
import numpy as np

from chainrule.scratch.nn import BatchNorm1d

x = np.array([[1.0], [3], [5], [7]])
layer = BatchNorm1d(1, eps=1e-5)
print("at the start", layer.forward(x).ravel().round(3))
layer.weight[...] = np.sqrt(5 + 1e-5)
layer.bias[...] = 4
print("undone      ", layer.forward(x).ravel().round(3))
# --8<-- [end:affine]
