"""The Cholesky factor of a covariance."""

# --8<-- [start:cholesky]
import numpy as np

from chainrule.scratch.checks import real


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
