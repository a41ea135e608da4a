# kind: study, tested with SEARCHES=2 ROUNDS=4 STEPS=200
"""Structures found by evolution, and by chance, on two spirals.

Prints CSV: the best accuracy so far on the samples to choose by, after each
round of eight structures, the median over the searches with the lower and
the upper quartile. The last row of a method is its winners again: each with
eight new starts, on samples that took no part.
"""

# --8<-- [start:structures]
from itertools import pairwise

import numpy as np

from chainrule.data import two_spirals
from chainrule.scratch.models.deep import SideBySide

SEARCHES, ROUNDS, EACH, STEPS, LR = 12, 5, 8, 250, 0.03
LAYERS, WIDEST, BUDGET = 3, 16, 300


def parameters(sizes):
    return sum(n * (i + 1) for i, n in pairwise(sizes))  # (12.2)


def allowed(widths):
    """One to three hidden layers of 2 to 16 neurons, within the budget."""
    if not 1 <= len(widths) <= LAYERS:
        return False
    fits = min(widths) >= 2 and max(widths) <= WIDEST
    return fits and parameters([2, *widths, 2]) <= BUDGET


def by_chance(rng):
    while True:
        widths = rng.integers(2, WIDEST + 1, rng.integers(1, LAYERS + 1))
        if allowed([*widths]):
            return [*widths]


def mutant(parent, rng):
    """A layer more, or one fewer, or up to four neurons more or fewer."""
    while True:
        widths, at = [*parent], rng.integers(len(parent))
        kind = rng.integers(4)
        if kind == 0:
            widths.insert(at, rng.integers(2, WIDEST + 1))
        elif kind == 1:
            del widths[at]
        else:
            widths[at] += rng.integers(-4, 5)
        if allowed(widths):
            return widths


# --8<-- [end:structures]


# --8<-- [start:score]
X, t = two_spirals(3000, turns=2, noise=0.05, rng=0)
X = X.astype(np.float32)
SEEN, CHOOSE = slice(600), slice(600, 1200)
UNSEEN = slice(1200, None)


def scores(structures, rows, rng):
    """Accuracy on these rows, each structure trained from its own start.

    All have three layers of 16. A neuron that the structure lacks has
    only zeros: its output and its gradients are 0, and stay so. A layer
    that it lacks is the identity, and does not learn.
    """
    sizes = [2, *[WIDEST] * LAYERS, 2]
    nets = SideBySide(sizes, len(structures), rng)
    learns = SideBySide(sizes, len(structures))
    learns.theta[...] = 1
    layers, masks = nets.layers.layers[::2], learns.layers.layers[::2]
    for n, widths in enumerate(structures):
        inputs = 2
        for layer, mask in zip(layers[:-1], masks[:-1], strict=True):
            W = layer.weight[n]
            if widths:
                W *= np.sqrt(W.shape[1] / inputs)
                inputs, *widths = widths
                W[inputs:] = 0
            else:
                W[...], mask.weight[n], mask.bias[n] = np.eye(WIDEST), 0, 0
        layers[-1].weight[n] *= np.sqrt(WIDEST / inputs)
    nets.train(X[SEEN], t[SEEN], LR, STEPS, learns=learns.theta, rng=rng)
    return nets.accuracy(X[rows], t[rows])


# --8<-- [end:score]


# --8<-- [start:search]
def search(evolve):
    rng = np.random.default_rng(0)
    known = [[] for _ in range(SEARCHES)]  # pairs of a score and widths
    for number in range(1, ROUNDS + 1):
        new = []
        for pairs in known:
            parents = [widths for _, widths in sorted(pairs)[-2:]]
            for n in range(EACH):
                child = (
                    mutant(parents[n % 2], rng) if parents and evolve else None
                )
                new.append(child or by_chance(rng))
        found = [*zip(scores(new, CHOOSE, rng), new, strict=True)]
        for n, pairs in enumerate(known):
            pairs += found[n * EACH : (n + 1) * EACH]
        yield number, [max(pairs)[0] for pairs in known]
    winners = [max(pairs)[1] for pairs in known for _ in range(EACH)]
    again = scores(winners, UNSEEN, rng).reshape(-1, EACH)
    yield "again", np.median(again, axis=1)


print("method,round,median,low,high")
for method in ("evolution", "chance"):
    for number, best in search(method == "evolution"):
        three = (f"{a:.3f}" for a in np.quantile(best, [0.5, 0.25, 0.75]))
        print(method, number, *three, sep=",")
# --8<-- [end:search]
