# kind: exact
"""Exercise: a tilted absolute error has a quantile as its best constant."""

import numpy as np

# --8<-- [start:solution]
rng = np.random.default_rng(0)
t = rng.exponential(size=10_001)


def tilted(c, t, alpha):  # late by one costs alpha, early 1 - alpha
    return np.mean(np.maximum(alpha * (t - c), (1 - alpha) * (c - t)))


candidates = np.linspace(0, 5, 1001)
for alpha in (0.5, 0.9):
    losses = [tilted(c, t, alpha) for c in candidates]
    best = candidates[np.argmin(losses)]
    quantile = np.quantile(t, alpha)
    print(f"alpha {alpha}: best {best:.2f}, quantile {quantile:.2f}")
# --8<-- [end:solution]
