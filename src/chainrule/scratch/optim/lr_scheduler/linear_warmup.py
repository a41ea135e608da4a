"""Linear warm-up."""

# --8<-- [start:linear-warmup]
import numpy as np


def linear_warmup(t, lr, total_iters):
    """η min(1, (t + 1) / T_w)."""
    return lr * np.minimum(1, (t + 1) / total_iters)  # (26.10)


# --8<-- [end:linear-warmup]
