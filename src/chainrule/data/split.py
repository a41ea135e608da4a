"""Samples put aside."""

# --8<-- [start:split]
import numpy as np


def split(X, t, held, seed=0):
    """Two pairs: the samples that are kept, and held others, at random.

    X (N, …) and t (N,) are copied row by row; every sample lands in one
    of the pairs. Raises ValueError unless 0 < held < N = len(t).
    """
    X, t = np.asarray(X), np.asarray(t)
    if len(X) != len(t) or not 0 < held < len(t):
        raise ValueError(
            f"cannot hold {held} of {len(X)} rows, {len(t)} classes"
        )
    order = np.random.default_rng(seed).permutation(len(t))
    kept, aside = order[held:], order[:held]
    return (X[kept], t[kept]), (X[aside], t[aside])


# --8<-- [end:split]
