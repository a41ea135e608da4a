"""One step of descent normalized by the root mean square of all gradients."""

# --8<-- [start:rms-normalized-sgd]
import numpy as np


def rms_normalized_sgd(w, g, s, t, lr=1e-2, eps=1e-8):
    """Weights w and sum of squares s after g, the t-th gradient; all (…).

    s starts at 0, t counts from 1.
    """
    s = s + g**2
    sigma = np.sqrt(s / t)  # (22.5)
    return w - lr * g / (sigma + eps), s  # (22.6)


# --8<-- [end:rms-normalized-sgd]
