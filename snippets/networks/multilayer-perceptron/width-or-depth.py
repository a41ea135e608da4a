# kind: study, tested with SEEDS=3 RATES=(0.03,0.1)
"""Equal numbers of parameters in one wide layer, or in several narrow ones.

Prints CSV: for two tasks, the accuracy on unseen samples, the median over the
seeds with the lower and the upper quartile. The rate is the one with the best
median on samples of its own.
"""

# --8<-- [start:tasks]
from itertools import pairwise

import numpy as np
from sklearn.datasets import load_digits

from chainrule.data import two_spirals
from chainrule.scratch.models.deep import SideBySide

SEEDS, RATES = 12, (0.003, 0.01, 0.03, 0.1, 0.3)
SEEN, CHOOSE = slice(900), slice(900, 1200)
UNSEEN = slice(1200, None)


def digits():
    """1797 images of 8 by 8 pixels, ten classes; 2400 parameters, 250 steps."""
    images = load_digits()
    order = np.random.default_rng(0).permutation(1797)
    X = (images.data[order] - 8) / 8
    return X, images.target[order], 10, 2400, 250


def spirals():
    """Two arms of two turns each; 500 parameters, 500 steps."""
    X, t = two_spirals(3200, turns=2, noise=0.05, rng=0)
    return X, t, 2, 500, 500


# --8<-- [end:tasks]


# --8<-- [start:study]
def parameters(sizes):
    return sum(n * (i + 1) for i, n in pairwise(sizes))  # (12.2)


def sizes_within(budget, depth, d, classes):
    """The widest equal layers that the budget pays for."""
    m = 1
    while parameters([d, *[m + 1] * depth, classes]) <= budget:
        m += 1
    return [d, *[m] * depth, classes]


print("task,depth,width,parameters,rate,median,low,high")
for task in (digits, spirals):
    X, t, classes, budget, steps = task()
    X = X.astype(np.float32)
    for depth in (1, 2, 3, 8):
        sizes = sizes_within(budget, depth, X.shape[1], classes)
        nets = SideBySide(sizes, len(RATES) * SEEDS, rng=0)
        rates = np.repeat(np.float32(RATES), SEEDS)[:, None]
        nets.train(X[SEEN], t[SEEN], rates, steps, rng=0)
        scores = nets.accuracy(X[CHOOSE], t[CHOOSE]).reshape(-1, SEEDS)
        best = np.median(scores, axis=1).argmax()
        row = task.__name__, depth, sizes[1], parameters(sizes), RATES[best]
        scores = nets.accuracy(X[UNSEEN], t[UNSEEN]).reshape(-1, SEEDS)[best]
        three = (f"{a:.3f}" for a in np.quantile(scores, [0.5, 0.25, 0.75]))
        print(*row, *three, sep=",")
# --8<-- [end:study]
