# kind: exact
"""A hundred products of a matrix and a vector, and one of two matrices."""

import numpy as np

# --8<-- [start:product]
rng = np.random.default_rng(0)
weight, bias = rng.normal(size=(4, 3)), rng.normal(size=4)
Y = rng.normal(size=(100, 3))  # a hundred samples, one a row

one_by_one = np.stack([weight @ y + bias for y in Y])  # (12.3)
at_once = Y @ weight.T + bias  # (12.4)
print(at_once.shape, np.allclose(at_once, one_by_one, rtol=0, atol=1e-14))
# --8<-- [end:product]
