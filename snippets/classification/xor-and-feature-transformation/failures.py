# kind: study
"""What becomes of the starts that fail: longer descent, or a push."""

import numpy as np

from chainrule.scratch.models.cascaded_logistic import (
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


theta = descend(X, t, random_start(200, 2, 2, 1.0, 0), 1.0, 2000)
theta = [part[loss(X, t, *theta) > 0.2] for part in theta]
print("steps  failed    loss  gradient  weights")
for steps, more in (2000, 0), (12_000, 10_000):
    theta = descend(X, t, theta, 1.0, more)
    end = loss(X, t, *theta)
    slope = np.median(length(gradients(X, t, *theta)))
    size = np.median(length(theta))
    print(
        f"{steps:5}  {(end > 0.2).sum():6}  {np.median(end):6.4f}"
        f"  {slope:8.1e}  {size:7.1f}"
    )

theta = [part[end > 0.2] for part in theta]
rng = np.random.default_rng(1)
for push in (0.5, 4):
    moved = [np.repeat(part, 20, axis=0) for part in theta]
    moved = [part + push * rng.normal(size=part.shape) for part in moved]
    saved = (loss(X, t, *descend(X, t, moved, 1.0, 1000)) < 0.2).mean()
    print(f"pushed by {push} a weight: {saved:.1%} learn XOR")
# --8<-- [end:failures]
