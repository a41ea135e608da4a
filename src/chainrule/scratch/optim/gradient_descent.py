"""Gradient descent (Cauchy, 1847)."""

# --8<-- [start:gradient-descent]
import numpy as np


def gradient_descent(grad, theta, lr, steps):
    """Every point that plain gradient descent visits.

    grad(theta) returns the gradient, of the shape of theta (a number
    or an array). Returns an array of steps + 1 points, start first.
    Raises ValueError for a negative or undefined lr or steps < 0.
    """
    if not (lr >= 0 and steps >= 0):
        raise ValueError(f"invalid lr {lr} or steps {steps}")
    path = [np.asarray(theta, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * grad(path[-1]))  # (2.10)
    return np.array(path)


# --8<-- [end:gradient-descent]
