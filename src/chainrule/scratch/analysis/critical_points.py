"""What kind of critical point it is, by the signs of the eigenvalues."""

# --8<-- [start:eigen]
import numpy as np

from chainrule.scratch.checks import double, real


def _eigen(hessian, tol, gradient=None, gradient_tol=1e-6):
    """Eigenvalues (n,) in ascending order, eigenvectors (n, n), tol.

    hessian is (n, n), or all its eigenvalues (n,) and then no vectors.
    """
    H = real(hessian, "hessian")
    eps = np.finfo(H.dtype).eps
    if H.ndim not in (1, 2) or H.size == 0 or H.shape[0] != H.shape[-1]:
        raise ValueError(f"need (n, n) or (n,), got {H.shape}")
    if not np.isfinite(H).all():
        raise ValueError("the Hessian must be finite")
    if H.ndim == 1:
        values, vectors = np.sort(H), None
    elif np.abs(H - H.T).max() > eps**0.5 * np.abs(H).max():
        raise ValueError("the matrix is not symmetric, so it is no Hessian")
    else:
        values, vectors = np.linalg.eigh((H + H.T) / 2)
    if tol is None:  # what rounding alone makes of a zero
        tol = len(values) * eps * np.abs(values).max()
    if not tol >= 0:
        raise ValueError(f"tol must be at least 0, got {tol}")
    if gradient is not None:
        g = double(gradient, "gradient")
        if g.shape != values.shape:
            raise ValueError(f"gradient {g.shape} does not fit")
        if not np.linalg.norm(g) <= gradient_tol:
            length = f"{np.linalg.norm(g):.2g} long, over {gradient_tol:.2g}"
            raise ValueError(f"no critical point: the gradient is {length}")
    return values, vectors, tol


# --8<-- [end:eigen]


# --8<-- [start:classify]
def inertia(hessian, tol=None):
    """How many eigenvalues are positive, zero, negative: three numbers.

    hessian is (n, n), or all its eigenvalues (n,). Zero is what is no larger
    than tol; by default n ε times the largest size, which is rounding.
    Raises ValueError unless it is finite, symmetric and tol >= 0.
    """
    values, _, tol = _eigen(hessian, tol)
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    return positive, len(values) - positive - negative, negative


def classify_critical_point(
    hessian, tol=None, *, gradient=None, gradient_tol=1e-6
):
    """Return "minimum", "maximum", "saddle" or "undecided".

    Both signs make a saddle, whatever else is zero; without both, one
    zero leaves it undecided. The test holds where the gradient vanishes:
    give it, and one longer than gradient_tol is refused.
    Raises ValueError for that, and as inertia does.
    """
    values, _, tol = _eigen(hessian, tol, gradient, gradient_tol)
    positive, zero, negative = inertia(values, tol)
    if positive and negative:
        return "saddle"
    if zero:
        return "undecided"
    return "minimum" if positive else "maximum"


# --8<-- [end:classify]


# --8<-- [start:minimum-ratio]
def minimum_ratio(hessian, tol=None):
    """Share of positive eigenvalues, from 0 to 1; zeros are not positive.

    Raises ValueError as inertia does.
    """
    positive, zero, negative = inertia(hessian, tol)
    return positive / (positive + zero + negative)


# --8<-- [end:minimum-ratio]


# --8<-- [start:escape]
def escape_direction(hessian, tol=None, *, gradient=None, gradient_tol=1e-6):
    """The most negative eigenvalue λ and a unit eigenvector u (n,).

    A step s u changes the loss by λ s²/2, up to third order. Both signs of u
    serve; the first entry of at least half the largest size is positive.
    Raises ValueError if no eigenvalue is below -tol, if hessian is no
    matrix, for a long gradient, and as inertia does.
    """
    values, vectors, tol = _eigen(hessian, tol, gradient, gradient_tol)
    if vectors is None:
        raise ValueError("a direction needs the matrix, not eigenvalues")
    if not values[0] < -tol:
        raise ValueError(
            f"no way down: the least eigenvalue is {values[0]:.3g}"
        )
    u = vectors[:, 0]
    leading = u[np.abs(u) >= np.abs(u).max() / 2][0]
    return values[0], u * np.sign(leading)


# --8<-- [end:escape]
