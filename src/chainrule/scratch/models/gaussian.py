"""The multivariate Gaussian: its density and its best parameters."""

import numpy as np

from chainrule.scratch.models.checks import features

# isort: split
# --8<-- [start:cholesky]
from chainrule.scratch.checks import double, real


def cholesky(covariance, name="covariance"):
    """Lower triangular L (d, d) with L L^T = covariance.

    L_jj² is what is left of the variance of feature j when the features
    before it are known. Raises ValueError, with the name and the rank,
    where nothing but rounding is left: the features are dependent.
    """
    S = real(covariance, name)
    if S.ndim != 2 or S.shape[0] != S.shape[1] or S.size == 0:
        raise ValueError(f"{name} must be (d, d), got {S.shape}")
    variance = np.diag(S).astype(float)
    size = np.sqrt(np.where(variance > 0, variance, 1))
    R = S / size / size[:, None]  # the correlations: no units
    if not (np.isfinite(S).all() and (np.abs(R - R.T) < 1e-5).all()):
        raise ValueError(f"{name} must be finite and symmetric")
    rounding = len(S) * max(np.finfo(S.dtype).eps, 1000 * np.finfo(float).eps)
    try:
        L = np.linalg.cholesky(R)
        if (np.diag(L) ** 2 > rounding).all():
            return size[:, None] * L
    except np.linalg.LinAlgError:
        pass
    rank = np.sum(np.abs(np.linalg.eigvalsh(R)) > rounding)
    raise ValueError(
        f"{name} is not positive definite: rank {rank} of {len(S)}. Use "
        "more samples, drop dependent features, or share the covariance"
    )


# --8<-- [end:cholesky]


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
