"""The multivariate Gaussian: its density and its best parameters."""

import numpy as np

from chainrule.scratch.checks import double, features
from chainrule.scratch.linalg.cholesky import cholesky


# --8<-- [start:density]
def gaussian_log_density(X, mean, covariance):
    """ln N(x_n; mean, covariance) (N,) for the rows of X (N, d).

    L r = x - mean is solved; nothing is inverted, and no determinant
    can overflow. Raises ValueError for shapes that do not fit, NaN and
    a singular covariance.
    """
    X, mean = features(X), double(mean, "mean")
    L = cholesky(covariance)
    d = len(L)
    if X.shape[1] != d or mean.shape != (d,):
        shapes = f"{X.shape}, {mean.shape}, {L.shape}"
        raise ValueError(f"X, mean, covariance do not fit: {shapes}")
    r = np.linalg.solve(L, (X - mean).T)  # (d, N)
    with np.errstate(over="ignore"):  # very far away: ln 0 = -inf
        squares = (r**2).sum(axis=0)
    half_log_det = np.log(np.diag(L)).sum()
    constant = d / 2 * float(np.log(2 * np.pi))
    return -squares / 2 - half_log_det - constant  # (7.6)


# --8<-- [end:density]


# --8<-- [start:mle]
def gaussian_mle(X):
    """Mean (d,) and covariance (d, d) of the most likely Gaussian.

    Divides by N, as maximum likelihood says; numpy.cov divides by
    N - 1. Raises ValueError for a wrong shape, NaN and no samples.
    """
    X = features(X)
    mean = X.mean(axis=0)
    deviation = X - mean
    return mean, deviation.T @ deviation / len(X)  # (7.8)


# --8<-- [end:mle]
