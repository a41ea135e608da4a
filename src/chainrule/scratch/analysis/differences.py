"""Derivatives without calculus: central differences of a function."""

# --8<-- [start:differences]
import numpy as np


def central_gradient(f, theta, h=1e-5):
    """∂f/∂θ_i ≈ (f(θ + h e_i) - f(θ - h e_i)) / 2h; theta (n,) -> (n,).

    The error is of order h² + ε/h, and ε is the rounding of f.
    Raises ValueError for a theta that is not (n,), an f that is not one
    number and an h that is not positive.
    """
    theta = _valid(f, theta, h)
    steps = h * np.eye(len(theta), dtype=theta.dtype)
    return np.array([f(theta + e) - f(theta - e) for e in steps]) / (2 * h)


def central_hessian(f, theta, h=1e-3):
    """∂²f/∂θ_i∂θ_j from four corners; theta (n,) -> (n, n), symmetric.

    The error is of order h² + ε/h²: too small an h is all rounding.
    Raises ValueError as central_gradient does.
    """
    theta = _valid(f, theta, h)
    steps = h * np.eye(len(theta), dtype=theta.dtype)
    return np.array(
        [
            [
                f(theta + (a + b))
                - f(theta + (a - b))
                - f(theta - (a - b))
                + f(theta - (a + b))
                for b in steps
            ]
            for a in steps
        ]
    ) / (4 * h**2)


# --8<-- [end:differences]


# --8<-- [start:valid]
def _valid(f, theta, h):
    theta = np.asarray(theta)
    theta = theta if theta.dtype.kind == "f" else theta.astype(float)
    if theta.ndim != 1 or theta.size == 0:
        raise ValueError(f"theta must be (n,), got {theta.shape}")
    if not h > 0:
        raise ValueError(f"h must be positive, got {h}")
    if np.ndim(f(theta)) != 0 or not np.isfinite(f(theta)):
        raise ValueError(f"f must be one finite number, got {f(theta)}")
    return theta


# --8<-- [end:valid]
