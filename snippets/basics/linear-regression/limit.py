# kind: exact
"""The learning rate at which gradient descent starts to diverge."""

import numpy as np

from chainrule.scratch.models.regression import gradients, hessian
from chainrule.scratch.optim import gradient_descent

# --8<-- [start:limit]
X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])


def grad(theta):
    grad_w, grad_b = gradients(X, t, theta[1:], theta[0])
    return np.concatenate([[grad_b], grad_w])


smallest, largest = np.linalg.eigvalsh(hessian(X))
limit = 2 / largest
print(f"eigenvalues {smallest:.4f}, {largest:.4f}; limit {limit:.4f}")
for name, lr in (
    ("a twentieth of it", limit / 20),
    ("fastest", 2 / (smallest + largest)),
    ("1% below", 0.99 * limit),
    ("1% above", 1.01 * limit),
):
    path = gradient_descent(grad, np.zeros(2), lr, steps=100)
    distance = np.linalg.norm(path[[30, 100]] - [0.5, 2.5], axis=1)
    print(
        f"{name:17}  lr {lr:.4f}  distance after 30, 100 steps: "
        f"{distance[0]:8.1e}, {distance[1]:8.1e}"
    )
# --8<-- [end:limit]
