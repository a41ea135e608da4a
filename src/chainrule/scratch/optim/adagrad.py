"""One step of Adagrad (Duchi, Hazan and Singer, 2011)."""

# --8<-- [start:adagrad]
import numpy as np


def adagrad(w, g, s, lr=1e-2, eps=1e-10):
    """Weights w and sum of squares s after the gradient g; all (…).

    Duchi, Hazan and Singer (2011), the diagonal form. s starts at 0.
    """
    s = s + g**2  # (22.7)
    return w - lr * g / (np.sqrt(s) + eps), s  # (22.8)


# --8<-- [end:adagrad]
