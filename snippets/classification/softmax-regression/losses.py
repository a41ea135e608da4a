# kind: study
"""Softmax regression on the digits with two losses, from two kinds of start."""

from chainrule.scratch.nn import softmax

# --8<-- [start:losses]
import numpy as np
from sklearn.datasets import load_digits

images, digit = load_digits(return_X_y=True)
A = np.column_stack([np.ones(300), images[:300] / 16])
T = np.eye(10)[digit[:300]]


def accuracy(square, spread, lr, steps=100, seeds=10):
    """Accuracies (seeds,) after training; all seeds run at once."""
    rng = np.random.default_rng(0)
    W = spread * rng.normal(size=(seeds, 65, 10))
    for _ in range(steps):
        Y = softmax(A @ W)
        slope = Y - T
        if square:  # (9.13)
            slope = 2 * Y * (slope - (Y * slope).sum(axis=-1, keepdims=True))
        W -= lr * A.T @ slope / 300
    return (softmax(A @ W).argmax(axis=-1) == digit[:300]).mean(axis=1)


for spread in (0, 3):
    for name, square in (("cross-entropy", False), ("square error", True)):
        tried = {lr: accuracy(square, spread, lr) for lr in (1, 3, 10, 30, 100)}
        lr = max(tried, key=lambda lr: tried[lr].mean())
        mean, low = tried[lr].mean(), tried[lr].min()
        start = f"start ± {spread}, {name}"
        print(f"{start:24}  lr {lr:3}: {mean:.0%} right, worst seed {low:.0%}")
# --8<-- [end:losses]
