# kind: exact
"""Momentum and Nesterov on a parabola: how far they swing, and how long."""

from chainrule.scratch.optim import momentum, nesterov_look_ahead

# --8<-- [start:overshoot]
import numpy as np


def run(sharpness, look_ahead, mu=0.9, steps=400):
    """Parameters from w = 1 on the parabola w^2 / 2, with lr = sharpness."""
    w, m, path = 1.0, 0.0, []
    for _ in range(steps):
        if look_ahead:
            w, m = nesterov_look_ahead(lambda w: w, w, m, sharpness, mu)
        else:
            w, m = momentum(w, w, m, sharpness, mu)
        path.append(w)
    return np.array(path)


print("lr * curvature    overshoot          steps until |w| < 0.001")
print("                  momentum Nesterov  momentum Nesterov")
for sharpness in (0.001, 0.01, 0.1, 0.5, 1.0, 1.3, 1.5, 3.5):
    swings, ends = [], []
    for look_ahead in (False, True):
        path = run(sharpness, look_ahead)
        far = np.flatnonzero(np.abs(path) >= 1e-3)
        end = far[-1] + 2 if len(far) else 1  # far[0] is step 1
        stays = end <= len(path)
        slow = "slow" if abs(path[-1]) < 1 else "diverges"
        swings.append(f"{max(0, -path.min()):8.2f}" if stays else 8 * " ")
        ends.append(f"{end if stays else slow:>8}")
    print(f"{sharpness:14} ", *swings, "", *ends)
# --8<-- [end:overshoot]
