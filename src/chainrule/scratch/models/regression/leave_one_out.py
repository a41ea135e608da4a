"""Each sample predicted from all others, by a single fit."""

import numpy as np

from chainrule.scratch import checks


# --8<-- [start:left-out]
def left_out(X, t, alpha=0.0):
    """What ridge regression says of each sample without it, (N,).

    As N fits to N - 1 samples each, from one decomposition of X (N, d):
    the error of a sample divided by 1 minus its leverage, Allen (1974).
    alpha = 0 is least squares. Raises ValueError for alpha < 0 and for
    a sample with the leverage 1, without which the fit is not unique.
    """
    if not 0 <= alpha < np.inf:
        raise ValueError(f"alpha must be finite, >= 0, got {alpha}")
    X, t = checks.pair(X, t)
    U, s, _ = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    U = U[:, s > max(X.shape) * np.finfo(s.dtype).eps * s[0]]
    s = s[: U.shape[1]]
    factor = s**2 / (s**2 + alpha)
    y = t.mean() + U @ (factor * (U.T @ (t - t.mean())))
    leverage = 1 / len(t) + U**2 @ factor  # P_nn, with y = P t
    free = 1 - leverage
    if (free <= len(t) * np.finfo(s.dtype).eps).any():
        raise ValueError(f"sample {free.argmin()} has the leverage 1")
    return t + (y - t) / free  # (29.6)


# --8<-- [end:left-out]
