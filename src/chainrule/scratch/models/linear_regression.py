"""Linear regression with the mean squared error.

Shapes: ``X`` (N, d) features, ``t`` (N,) targets, ``w`` (d,) weights, ``b`` a
number. All parameters together are ``theta = (b, w_1, …, w_d)``, because the
design matrix begins with a column of ones. Least squares is Legendre's (1805)
and Gauss's (1809).
"""

# --8<-- [start:model]
import numpy as np


def predict(X, w, b):
    """y_n = b + sum_j w_j x_nj; X (N, d), w (d,) -> y (N,)."""
    return X @ w + b  # (2.2)


# --8<-- [end:model]


# --8<-- [start:closed-form]
def design_matrix(X):
    """The features with a column of ones in front: (N, d + 1)."""
    X = np.asarray(X)
    if X.ndim != 2 or len(X) == 0:
        raise ValueError(f"X must be (N, d) with N > 0, got {X.shape}")
    return np.column_stack([np.ones(len(X), X.dtype), X])


def least_squares(X, t):
    """The w (d,) and b with the smallest mean squared error.

    Of several minima (fewer samples than parameters, or dependent
    features) the one with the shortest theta = (b, w).
    Raises ValueError for shapes that do not fit and for NaN or inf.
    """
    A, t = design_matrix(X), np.asarray(t)
    if t.shape != (len(A),):
        raise ValueError(f"t must be ({len(A)},), got {t.shape}")
    if not (np.isfinite(A).all() and np.isfinite(t).all()):
        raise ValueError("X and t must be finite")
    theta = np.linalg.lstsq(A, t, rcond=None)[0]  # (2.6)
    return theta[1:], theta[0]


# --8<-- [end:closed-form]


# --8<-- [start:gradients]
def gradients(X, t, w, b):
    """Gradients of the mean squared error by w (d,) and by b."""
    error = predict(X, w, b) - t  # y - t, shape (N,)
    return 2 * X.T @ error / len(t), 2 * error.mean()  # (2.9), (2.10)


# --8<-- [end:gradients]


# --8<-- [start:hessian]
def hessian(X):
    """Second derivatives by (b, w): (d + 1, d + 1), the same everywhere."""
    A = design_matrix(X)
    return 2 * A.T @ A / len(A)  # (2.12)


# --8<-- [end:hessian]
