# kind: study
"""How many of 200 starts learn XOR, by scale, learning rate and width.

Prints CSV: units, scale and rate; how many starts end with all four points
right, and as a share with its 95% interval; and how many ends are nearest to
each of the four losses that a merged code allows.
"""

import numpy as np

from chainrule.scratch.models.shallow.cascaded_logistic import (
    descend,
    logits,
    loss,
    random_start,
)

# --8<-- [start:study]
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 1, 1, 0])
STARTS, STEPS = 200, 2000
LEVELS = np.array([0, 0.3466, 0.4774, 0.6931])  # (11.10)


def wilson(hits, n, z=1.96):
    """95% interval of a share (Wilson)."""
    p, q = hits / n, z**2 / n
    middle = (p + q / 2) / (1 + q)
    half = z / (1 + q) * np.sqrt(p * (1 - p) / n + q / (4 * n))
    return middle - half, middle + half


def run(units, scale, lr):
    start = random_start(STARTS, units, 2, scale, seed=0)
    theta = descend(X, t, start, lr, STEPS)
    right = ((logits(X, *theta) > 0) == t).all(axis=1).sum()
    shares = [f"{share:.3f}" for share in wilson(right, STARTS)]
    ends = np.abs(loss(X, t, *theta)[:, None] - LEVELS).argmin(axis=1)
    counts = np.bincount(ends, minlength=4)
    share = f"{right / STARTS:.3f}"
    print(units, scale, lr, right, share, *shares, *counts, sep=",")


# --8<-- [end:study]

print("units,scale,lr,right,share,low,high,none,two,three,all")
for scale in (0.3, 1, 3):
    for lr in (0.1, 1, 10):
        run(2, scale, lr)
for units in (1, 3, 4, 6, 8):
    run(units, 1, 1)
