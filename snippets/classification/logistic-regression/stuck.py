# kind: study
"""Cross-entropy and square error from starts far from the minimum."""

from chainrule.scratch.nn import sigmoid
from chainrule.scratch.optim import gradient_descent

# --8<-- [start:stuck]
import numpy as np


def error_of_logit(y, t, square):
    """The derivative of one sample's loss by its logit."""
    return 2 * (y - t) * y * (1 - y) if square else y - t


wrong = {"cross-entropy": [], "square error": []}
for seed in range(40):
    rng = np.random.default_rng(seed)
    t = np.repeat([0, 1], 50)
    X = rng.normal(size=(100, 2)) + 2 * t[:, None]  # centres 2.8 apart
    A = np.column_stack([np.ones(100), X - X.mean(axis=0)])
    start = 10 * rng.normal(size=3)
    for name, shares in wrong.items():

        def grad(theta, A=A, t=t, square=name == "square error"):
            return A.T @ error_of_logit(sigmoid(A @ theta), t, square) / 100

        theta = gradient_descent(grad, start, lr=1.0, steps=1000)[-1]
        shares.append(np.mean((A @ theta > 0) != t))
for name, shares in wrong.items():
    low, middle, high = np.quantile(shares, [0, 0.5, 1])
    stuck = np.sum(np.array(shares) > 0.2)
    print(f"{name:13}  wrong: median {middle:.0%}, {low:.0%} to {high:.0%};")
    print(f"{'':13}  over 20% wrong in {stuck} of {len(shares)} runs")
# --8<-- [end:stuck]
