"""One step of RMSProp whose mean square starts at the first square."""

# --8<-- [start:rmsprop-warm-start]
import numpy as np


def rmsprop_warm_start(w, g, v, t, lr=1e-2, alpha=0.99, eps=1e-8):
    """Weights w and mean square v after g, the t-th gradient; all (…).

    The v of before the first gradient is not used; t counts from 1.
    """
    v = g**2 if t == 1 else alpha * v + (1 - alpha) * g**2  # (22.15), (22.12)
    return w - lr * g / (np.sqrt(v) + eps), v  # (22.13)


# --8<-- [end:rmsprop-warm-start]
