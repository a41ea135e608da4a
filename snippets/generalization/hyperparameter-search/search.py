# kind: study
"""Four ways to spend 81 epochs on rate and weight decay, twenty searches each.

Prints CSV: way; trainings begun and epochs spent by a search; the mean,
lowest and highest validation loss of the best that it found; in how many of the
searches it was below 0.35.
"""

# --8<-- [start:objective]
import numpy as np
from sklearn.datasets import load_digits

from chainrule.scratch.nn import softmax
from chainrule.training import (
    LogUniform,
    Uniform,
    grid_search,
    random_search,
    successive_halving,
)

SEEDS = 20

X, t = load_digits(return_X_y=True)
X, T = np.c_[X / 16, np.ones(len(X))], np.eye(10)[t]
order = np.random.default_rng(0).permutation(len(t))
train, valid = order[:500], order[500:]


def objective(epochs, lr, weight_decay, seed):
    """Validation loss of softmax regression after epochs of five updates."""
    W, rng = np.zeros((65, 10)), np.random.default_rng(seed)
    for _ in range(5 * epochs):
        rows = train[rng.integers(500, size=50)]
        gradient = X[rows].T @ (softmax(X[rows] @ W) - T[rows]) / 50
        W -= lr * (gradient + weight_decay * W)
    right = (softmax(X[valid] @ W) * T[valid]).sum(axis=1)
    return -np.log(np.maximum(right, 1e-12)).mean()


# --8<-- [end:objective]
# --8<-- [start:ways]
def ways(seed):
    """Four searches in one space, which begins higher for each seed."""
    low = 10 ** (2 * seed / SEEDS - 3)
    decay = 1e-7, 1e-3
    logs = {
        "lr": LogUniform(low, 1e4 * low),
        "weight_decay": LogUniform(*decay),
    }
    lines = {"lr": Uniform(low, 1e4 * low), "weight_decay": Uniform(*decay)}
    points = {name: part.grid(3) for name, part in logs.items()}
    quiet = {"progress": False}
    draws = quiet | {"random_state": seed}

    def nine(lr, weight_decay):
        return objective(9, lr, weight_decay, seed)

    def some(epochs, lr, weight_decay):
        return objective(epochs, lr, weight_decay, seed)

    yield "grid", grid_search(nine, points, **quiet)
    yield "random", random_search(nine, logs, 9, **draws)
    yield "uniform", random_search(nine, lines, 9, **draws)
    rounds = {"max_resources": 9, "factor": 3}
    yield "halving", successive_halving(some, logs, 27, **rounds, **draws)


# --8<-- [end:ways]
def main():
    print("way,begun,epochs,loss,low,high,good")
    found = {}
    for seed in range(SEEDS):
        for way, search in ways(seed):
            found.setdefault(way, []).append(search)
    for way, searches in found.items():
        trials = searches[0].trials
        begun = len({str(trial.params) for trial in trials})
        epochs = sum(trial.resources or 9 for trial in trials)
        losses = [search.best.score for search in searches]
        good = sum(loss < 0.35 for loss in losses)
        cells = np.mean(losses), min(losses), max(losses)
        print(
            way,
            begun,
            epochs,
            *(f"{cell:.3f}" for cell in cells),
            good,
            sep=",",
        )


if __name__ == "__main__":
    main()
