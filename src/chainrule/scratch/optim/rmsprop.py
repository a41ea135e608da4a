"""One step of RMSProp (Tieleman and Hinton, 2012)."""

# --8<-- [start:rmsprop]
import numpy as np


def rmsprop(w, g, v, lr=1e-2, alpha=0.99, eps=1e-8):
    """Weights w and mean square v after the gradient g; all (…).

    Tieleman and Hinton (2012), lecture 6e. v starts at 0.
    """
    v = alpha * v + (1 - alpha) * g**2  # (22.12)
    return w - lr * g / (np.sqrt(v) + eps), v  # (22.13)


# --8<-- [end:rmsprop]
