# kind: numeric
"""The mean is taken once, where the loss is."""

# --8<-- [start:mean]
import numpy as np

from chainrule.scratch.nn import (
    HalfSquaredErrorLoss,
    Linear,
    Sequential,
    Sigmoid,
)

rng = np.random.default_rng(0)
model = Sequential(Linear(3, 4, rng), Sigmoid(), Linear(4, 2, rng), Sigmoid())
loss = HalfSquaredErrorLoss()
x, t = rng.normal(size=(5, 3)), rng.uniform(size=(5, 2))


def gradient(x, t, factor=1):
    """That of the first matrix, with dy multiplied by factor."""
    loss.forward(model.forward(x), t)
    model.backward(factor * loss.backward())
    return model.grads[0].copy()


once, twice = gradient(x, t), gradient(np.tile(x, (2, 1)), np.tile(t, (2, 1)))
print("a batch beside its copy:", (twice / once).round(12).ravel()[:3])
sums = gradient(np.tile(x, (2, 1)), np.tile(t, (2, 1)), 10) / gradient(x, t, 5)
print("without the mean:       ", sums.round(12).ravel()[:3])
# --8<-- [end:mean]
