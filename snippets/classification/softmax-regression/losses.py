# kind: study
"""Softmax regression on the digits with two losses, from two kinds of start.

Prints CSV: for each start, loss and rate the share of the digits that are
right after training, mean, lowest and highest of the seeds.
"""

from chainrule.scratch.nn import softmax

# --8<-- [start:losses]
import numpy as np
from sklearn.datasets import load_digits

SEEDS, STEPS = 10, 100
images, digit = load_digits(return_X_y=True)
A = np.column_stack([np.ones(300), images[:300] / 16])
T = np.eye(10)[digit[:300]]


def accuracy(loss, spread, lr):
    """Accuracies (SEEDS,) after training; all seeds run at once."""
    rng = np.random.default_rng(0)
    W = spread * rng.normal(size=(SEEDS, 65, 10))
    for _ in range(STEPS):
        Y = softmax(A @ W)
        slope = Y - T  # (9.7)
        if loss == "squared error":  # (9.13)
            slope = 2 * Y * (slope - (Y * slope).sum(axis=-1, keepdims=True))
        W -= lr * A.T @ slope / 300
    return (softmax(A @ W).argmax(axis=-1) == digit[:300]).mean(axis=1)


print("spread,loss,lr,mean,low,high")
for spread in (0, 3):
    for loss in ("cross-entropy", "squared error"):
        for lr in (1, 3, 10, 30, 100):
            right = accuracy(loss, spread, lr)
            numbers = right.mean(), right.min(), right.max()
            print(spread, loss, lr, *(f"{x:.3f}" for x in numbers), sep=",")
# --8<-- [end:losses]
