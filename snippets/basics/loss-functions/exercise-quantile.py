# kind: exact
"""Exercise: a tilted absolute error has a quantile as its best constant."""

import numpy as np

# --8<-- [start:solution]
t = -np.log1p(-np.linspace(0, 1, 10_001, endpoint=False))  # exponential


def tilted(c, t, alpha):  # late by one costs alpha, early 1 - alpha
    return np.mean(np.maximum(alpha * (t - c), (1 - alpha) * (c - t)))


candidates = np.linspace(0, 5, 5001)
for alpha in (0.5, 0.9):
    losses = [tilted(c, t, alpha) for c in candidates]
    best = candidates[np.argmin(losses)]
    quantile = np.quantile(t, alpha)
    print(f"alpha {alpha}: best {best:.2f}, quantile {quantile:.2f}")
# --8<-- [end:solution]
