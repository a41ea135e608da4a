# kind: exact
"""Newton's step is too long where the sigmoid is flat."""

from chainrule.scratch.models.linear.logistic_regression import of_theta
from chainrule.scratch.optim import newton, newton_step

# --8<-- [start:overshoot]
import numpy as np

X, t = np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([0, 1, 0, 1])
E, slopes, curvature = of_theta(X, t, weight_decay=0.0)
start = np.array([-4.0, 4.0])  # b and w

theta = start
for k in range(3):
    b, w = theta
    print(f"whole step {k}: b = {b:.2g}, w = {w:.2g}, E = {E(theta):.2g}")
    theta = theta + newton_step(slopes(theta), curvature(theta))

path = newton(E, slopes, curvature, start)
for k, theta in enumerate(path):
    b, w = theta
    print(f"halved, step {k}: b = {b:.4f}, w = {w:.4f}, E = {E(theta):.6f}")
# --8<-- [end:overshoot]
