"""The warm-up for Adam that has nothing to tune."""

# --8<-- [start:untuned-linear-warmup]
import numpy as np


def untuned_linear_warmup(t, lr, beta2=0.999):
    """Linear over 2 / (1 - β₂) steps (Ma and Yarats, 2021)."""
    return lr * np.minimum(1, (t + 1) / (2 / (1 - beta2)))  # (26.11)


# --8<-- [end:untuned-linear-warmup]
