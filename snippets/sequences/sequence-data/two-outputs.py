# kind: exact
"""A label for each vector, and one for all: shapes."""

# --8<-- [start:two]
import numpy as np

from chainrule.data.sequences import pad_sequences
from chainrule.scratch.nn import Linear

rng = np.random.default_rng(0)
x, mask = pad_sequences([rng.normal(size=(n, 8)) for n in (5, 3)])
N, T, d = x.shape

each = Linear(d, 6, rng=1).forward(x.reshape(N * T, d)).reshape(N, T, 6)
print("a label for each vector:", each[mask].shape)

weights = mask[:, :, None]
mean = (weights * x).sum(axis=1) / weights.sum(axis=1)
one = Linear(d, 2, rng=2).forward(mean)
print("a label for all:", one.shape)
# --8<-- [end:two]
