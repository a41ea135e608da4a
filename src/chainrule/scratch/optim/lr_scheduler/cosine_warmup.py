"""Warm-up along half a cosine."""

# --8<-- [start:cosine-warmup]
import numpy as np


def cosine_warmup(t, lr, total_iters):
    """From about 0 to η in total_iters steps, then constant."""
    way = np.minimum(1, (t + 1) / total_iters)
    return lr * (1 - np.cos(np.pi * way)) / 2  # (26.12)


# --8<-- [end:cosine-warmup]
