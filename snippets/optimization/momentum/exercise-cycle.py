# kind: exact
"""Exercise: a convex curve on which tuned momentum runs in a circle."""

from chainrule.scratch.optim import momentum, nesterov_look_ahead

# --8<-- [start:solution]
import numpy as np


def bent(w):
    """Gradient of a convex curve with second derivative 25, 1, 25."""
    return np.where(w < 1, 25 * w, np.where(w < 2, w + 24, 25 * w - 24))


w, m, path = 3.3, 0.0, []
for _ in range(1000):
    w, m = momentum(w, bent(w), m, lr=1 / 9, momentum=4 / 9)
    path.append(w)
theta, m = 3.3, 0.0
for _ in range(1000):
    theta, m = nesterov_look_ahead(bent, theta, m, lr=1 / 25, momentum=2 / 3)
print("momentum, last six:", *[f"{w:+.4f}" for w in path[-6:]])
print(f"Nesterov: {abs(theta):.4f}")
# --8<-- [end:solution]
