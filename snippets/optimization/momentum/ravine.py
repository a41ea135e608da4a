# kind: exact
"""Steps down a ravine: what theory says, and what a run needs."""

from chainrule.scratch.optim import momentum

# --8<-- [start:ravine]
import numpy as np


def best(kappa):
    """(lr, mu, factor), plain and with momentum, for eigenvalues 1 to kappa."""
    plain = (kappa - 1) / (kappa + 1)
    root = kappa**0.5
    rho = (root - 1) / (root + 1)
    return (2 / (1 + kappa), 0.0, plain), (4 / (1 + root) ** 2, rho**2, rho)


def steps_needed(curvature, lr, mu, tol=1e-6):
    w, m, t = np.ones(len(curvature)), 0.0, 0
    while np.linalg.norm(w) > tol * len(w) ** 0.5:
        w, m = momentum(w, curvature * w, m, lr=lr, momentum=mu)
        t += 1
    return t


print(" kappa  method       lr      mu  factor  theory  steps")
for kappa in (10, 100, 1000):
    curvature = np.geomspace(1, kappa, 50)
    for name, (lr, mu, rho) in zip(
        ("plain", "momentum"), best(kappa), strict=True
    ):
        theory = np.log(1e-6) / np.log(rho)  # rho^t = 1e-6
        took = steps_needed(curvature, lr, mu)
        print(
            f"{kappa:6}  {name:8} {lr:7.4f}  {mu:6.4f}  {rho:6.4f}"
            f"  {theory:6.0f}  {took:5}"
        )
# --8<-- [end:ravine]
