# kind: exact
"""Gradient descent on the body-mass data: as measured, and standardized."""

import numpy as np
from sklearn.datasets import load_diabetes

from chainrule.scratch.models.regression import (
    gradients,
    hessian,
    least_squares,
)
from chainrule.scratch.optim import gradient_descent

data = load_diabetes(scaled=False)
bmi, score = data.data[:, [2]], data.target

# --8<-- [start:descent]


def descend(X, t, lr, steps):
    """Path of theta = (b, w) from zero, and the minimum it aims at."""

    def grad(theta):
        grad_w, grad_b = gradients(X, t, theta[1:], theta[0])
        return np.concatenate([[grad_b], grad_w])

    w, b = least_squares(X, t)
    theta = np.zeros(X.shape[1] + 1)
    return gradient_descent(grad, theta, lr, steps), np.array([b, *w])


standardized = (bmi - bmi.mean(axis=0)) / bmi.std(axis=0)
for name, X in ("as measured", bmi), ("standardized", standardized):
    smallest, largest = np.linalg.eigvalsh(hessian(X))[[0, -1]]
    lr = 0.9 / largest  # 45% of the limit 2 / largest
    path, target = descend(X, score, lr, steps=10)
    left = np.linalg.norm(path[10] - target) / np.linalg.norm(target)
    slowest = 1 - lr * smallest  # factor per step, by (2.11)
    print(f"{name}: eigenvalues {smallest:.3g} and {largest:.5g}")
    print(f"  lr must stay below {2 / largest:.2g}; used {lr:.2g}")
    print(f"  distance left after 10 steps: {left:.0e}")
    print(f"  steps for 1e-3: {np.log(1e-3) / np.log(slowest):.0f}")
# --8<-- [end:descent]
