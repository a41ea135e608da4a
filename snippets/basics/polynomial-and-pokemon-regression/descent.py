# kind: exact
"""Gradient descent for a parabola: powers as they are, and standardized."""

import numpy as np

from chainrule.data import cp_pairs
from chainrule.scratch.models.regression import (
    gradients,
    hessian,
    least_squares,
)
from chainrule.scratch.optim import gradient_descent
from chainrule.scratch.preprocessing import powers

# --8<-- [start:descent]
X, t = cp_pairs()
x = X[:, 0]
z = (x - x.mean()) / x.std()
for name, Z in ("x, x²", powers(x, 2)), ("z, z²", powers(z, 2)):
    smallest, largest = np.linalg.eigvalsh(hessian(Z))[[0, -1]]
    lr = 1.9 / (smallest + largest)  # just below the fastest
    steps = np.log(1e-3) / np.log1p(-lr * smallest)
    print(f"{name}: kappa {largest / smallest:.0e}, {steps:.2g} steps")


def grad(theta):
    grad_w, grad_b = gradients(Z, t, theta[1:], theta[0])
    return np.concatenate([[grad_b], grad_w])


path = gradient_descent(grad, np.zeros(3), lr, steps=200)
w, b = least_squares(Z, t)
print("after 200 steps of the second:", np.allclose(path[-1], [b, *w]))
# --8<-- [end:descent]
