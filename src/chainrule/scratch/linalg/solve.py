"""Two ways from a design matrix to the parameters of least squares."""

# --8<-- [start:qr]
import numpy as np

from chainrule.scratch import checks


def back_substitution(R, c):
    """theta (m,) with R theta = c, for R (m, m) upper triangular.

    Raises ValueError for a zero on the diagonal.
    """
    if not np.diagonal(R).all():
        raise ValueError("R has a zero on its diagonal")
    theta = np.zeros_like(c)
    for i in reversed(range(len(c))):  # the last equation has one unknown
        theta[i] = (c[i] - R[i, i + 1 :] @ theta[i + 1 :]) / R[i, i]
    return theta


def qr_solve(A, t):
    """The theta (m,) of least squares for A (N, m) and t (N,).

    Raises ValueError if N < m, or if one column of A is a combination
    of those before it, up to rounding: then theta is not unique.
    """
    A, t = checks.pair(A, t)
    if len(A) < A.shape[1]:
        raise ValueError(f"{len(A)} samples for {A.shape[1]} parameters")
    Q, R = np.linalg.qr(A)
    new = np.abs(np.diagonal(R))  # what a column adds to those before
    length = np.linalg.norm(A, axis=0)
    if (new <= len(A) * np.finfo(R.dtype).eps * length).any():
        raise ValueError("the columns of A are dependent")
    return back_substitution(R, Q.T @ t)  # (5.6)


# --8<-- [end:qr]


# --8<-- [start:normal]
def normal_solve(A, t):
    """The same from the normal equations, with half of the digits.

    Raises LinAlgError, a ValueError, where A.T @ A is singular.
    """
    A, t = checks.pair(A, t)
    return np.linalg.solve(A.T @ A, A.T @ t)  # (2.9)


# --8<-- [end:normal]
