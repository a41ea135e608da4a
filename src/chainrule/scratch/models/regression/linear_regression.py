"""Linear regression with the mean squared error.

Shapes: ``X`` (N, d) features, ``t`` (N,) targets, ``w`` (d,) weights, ``b`` a
number. All parameters together are ``theta = (b, w_1, …, w_d)``, because the
design matrix begins with a column of ones. Least squares is Legendre's (1805)
and Gauss's (1809).
"""

from chainrule.scratch.preprocessing.design_matrix import design_matrix

# isort: split
# --8<-- [start:model]
import numpy as np

from chainrule.scratch import checks
from chainrule.scratch.checks import real


def predict(X, w, b):
    """y_n = b + sum_j w_j x_nj; X (N, d), w (d,) -> y (N,)."""
    return real(X, "X") @ w + b  # (2.2)


# --8<-- [end:model]


# --8<-- [start:closed-form]
def least_squares(X, t):
    """The w (d,) and b with the smallest mean squared error.

    Of several minima (fewer samples than parameters, or dependent
    features) the one with the shortest w. Centred data lose no digits
    to a large mean. Raises ValueError for shapes that do not fit and
    for NaN or inf.
    """
    X, t = checks.pair(X, t)
    x_mean, t_mean = X.mean(axis=0), t.mean()
    w = np.linalg.lstsq(X - x_mean, t - t_mean, rcond=None)[0]  # (2.9)
    return w, t_mean - x_mean @ w


# --8<-- [end:closed-form]


# --8<-- [start:gradients]
def gradients(X, t, w, b):
    """Gradients of the mean squared error by w (d,) and by b."""
    X, t = checks.pair(X, t)
    error = predict(X, w, b) - t  # y - t, shape (N,)
    return 2 * X.T @ error / len(t), 2 * error.mean()  # (2.5), (2.6)


# --8<-- [end:gradients]


# --8<-- [start:hessian]
def hessian(X):
    """Second derivatives by (b, w): (d + 1, d + 1), the same everywhere."""
    A = design_matrix(X)
    return 2 * A.T @ A / len(A)  # (2.13)


# --8<-- [end:hessian]
