# kind: study
"""What becomes of the starts that fail: longer descent, or a push.

Prints CSV: what was done to them, how many there are and how many still fail,
with the medians of their loss, of the length of the gradient and of the
weights.
"""

import numpy as np

from chainrule.scratch.models.shallow.cascaded_logistic import (
    descend,
    gradients,
    loss,
    random_start,
)

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 1, 1, 0])


# --8<-- [start:failures]
def length(parts):
    """Euclidean norms of [W, b, c, b0] taken together, one per start."""
    rows = [part.reshape(len(part), -1) for part in parts]
    return np.linalg.norm(np.concatenate(rows, axis=1), axis=1)


def report(name, theta):
    end = loss(X, t, *theta)
    slope, size = length(gradients(X, t, *theta)), length(theta)
    row = name, len(end), (end > 0.2).sum(), f"{np.median(end):.4f}"
    print(*row, f"{np.median(slope):.1e},{np.median(size):.1f}", sep=",")
    return [part[end > 0.2] for part in theta]


print("what,starts,failed,loss,gradient,weights")
theta = descend(X, t, random_start(200, 2, 2, 1.0, 0), 1.0, 2000)
theta = [part[loss(X, t, *theta) > 0.2] for part in theta]
report("2000 steps", theta)
theta = report("12000 steps", descend(X, t, theta, 1.0, 10_000))
rng = np.random.default_rng(1)
for push in (0.5, 4):
    moved = [np.repeat(part, 20, axis=0) for part in theta]
    moved = [part + push * rng.normal(size=part.shape) for part in moved]
    report(f"pushed by {push}", descend(X, t, moved, 1.0, 1000))
# --8<-- [end:failures]
