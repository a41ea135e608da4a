"""Derivatives without calculus: central differences of a function."""

# --8<-- [start:differences]
import numpy as np

from chainrule.scratch.checks import double


def central_gradient(f, theta, h=1e-5):
    """∂f/∂θ_i ≈ (f(θ + h_i e_i) - f(θ - h_i e_i)) / 2h_i; (n,) -> (n,).

    h_i = h |θ_i|, a step in the parameter's own units, but at least
    h / 1000 of the largest parameter, and h where all are 0. The error
    is of order h² + ε/h, and ε is the rounding of f.
    Raises ValueError for a theta that is not (n,), an f that is not one
    number, and an h that is not positive or too small to move θ.
    """
    theta, steps = _valid(f, theta, h)
    return np.array(
        [
            (f(_moved(theta, (i, s))) - f(_moved(theta, (i, -s)))) / (2 * s)
            for i, s in enumerate(steps)
        ]
    )


def central_hessian(f, theta, h=1e-3):
    """∂²f/∂θ_i∂θ_j from four corners; theta (n,) -> (n, n), symmetric.

    The error is of order h² + ε/h²: too small an h is all rounding.
    Steps and errors are those of central_gradient.
    """
    theta, steps = _valid(f, theta, h)
    H = np.empty(2 * theta.shape)
    for i, a in enumerate(steps):
        for j, b in enumerate(steps[: i + 1]):
            corners = (
                f(_moved(theta, (i, a), (j, b)))
                - f(_moved(theta, (i, a), (j, -b)))
                - f(_moved(theta, (i, -a), (j, b)))
                + f(_moved(theta, (i, -a), (j, -b)))
            )
            H[i, j] = H[j, i] = corners / (4 * a * b)
    return H


# --8<-- [end:differences]


# --8<-- [start:valid]
def _moved(theta, *moves):
    theta = theta.copy()
    for i, step in moves:
        theta[i] += step
    return theta


def _valid(f, theta, h):
    theta = double(theta, "theta")
    if theta.ndim != 1 or theta.size == 0:
        raise ValueError(f"theta must be (n,), got {theta.shape}")
    if not h > 0:
        raise ValueError(f"h must be positive, got {h}")
    if np.ndim(f(theta)) != 0 or not np.isfinite(f(theta)):
        raise ValueError(f"f must be one finite number, got {f(theta)}")
    size = np.abs(theta)
    steps = h * (
        np.maximum(size, size.max() / 1000) if size.any() else 1 + size
    )
    if not ((theta + steps > theta) & (theta - steps < theta)).all():
        raise ValueError(f"h = {h} is too small to move theta, or overflows")
    return theta, steps


# --8<-- [end:valid]
