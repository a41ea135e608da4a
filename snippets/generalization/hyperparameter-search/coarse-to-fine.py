# kind: numeric
"""A coarse grid for a short time, then a finer one for longer.

Softmax regression on 500 digits: the validation loss after so many updates.
"""

# --8<-- [start:objective]
import numpy as np
from sklearn.datasets import load_digits

from chainrule.scratch.nn import softmax
from chainrule.training import LogUniform, grid_search

X, t = load_digits(return_X_y=True)
X, T = np.c_[X / 16, np.ones(len(X))], np.eye(10)[t]
order = np.random.default_rng(0).permutation(len(t))
train, valid = order[:500], order[500:]


def objective(updates, lr, weight_decay):
    """Validation loss of softmax regression after so many updates."""
    W, rng = np.zeros((65, 10)), np.random.default_rng(0)
    for _ in range(updates):
        rows = train[rng.integers(500, size=50)]
        gradient = X[rows].T @ (softmax(X[rows] @ W) - T[rows]) / 50
        W -= lr * (gradient + weight_decay * W)
    right = (softmax(X[valid] @ W) * T[valid]).sum(axis=1)
    return -np.log(right).mean()


# --8<-- [end:objective]
# --8<-- [start:search]
def coarse(lr, weight_decay):
    return objective(20, lr, weight_decay)


space = {"lr": [0.001, 0.01, 0.1, 1.0, 10.0], "weight_decay": [0, 1e-3]}
first = grid_search(coarse, space, progress=False)
print(first)


def fine(lr, weight_decay):
    return objective(200, lr, weight_decay)


lr = first.best.params["lr"]
around = LogUniform(lr / 10, lr * 10)  # to the neighbours in the first grid
space = {"lr": around.grid(7), "weight_decay": [0, 1e-4, 1e-3]}
second = grid_search(fine, space, progress=False)
print(*str(second).splitlines()[:6], sep="\n")
# --8<-- [end:search]
