# kind: exact
"""The mean of the batches' gradients is the gradient of the whole loss."""

from chainrule.data import Batches

# --8<-- [start:mean]
import numpy as np

rng = np.random.default_rng(0)
x = rng.uniform(-2, 2, 20)
targets = 1 + 2 * x + rng.normal(0, 0.5, 20)


def gradient(theta, rows):
    """Of the mean squared error of b + w x on these rows, by b and w."""
    error = theta[0] + theta[1] * x[rows] - targets[rows]
    return 2 * np.array([error.mean(), (error * x[rows]).mean()])


theta = np.array([-1.0, -1.0])
parts = [gradient(theta, rows) for rows in Batches(20, 5, seed=1)]
for part in parts:
    print("one batch  ", part.round(2))
print("their mean ", np.mean(parts, axis=0).round(2))
print("all at once", gradient(theta, np.arange(20)).round(2))
# --8<-- [end:mean]
