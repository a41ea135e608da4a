"""Halve the rate when the training loss falls too slowly."""

# --8<-- [start:halve-when-slow]
import numpy as np


def halve_when_slow(losses, lr, threshold=0.01):
    """Rate after each of the losses (N,): halved where they fell too little.

    Too little is less than threshold times the size of the loss before;
    NaN is, too.
    """
    losses = np.asarray(losses, dtype=float)
    falls = losses[:-1] - losses[1:]
    slow = ~(falls >= threshold * np.abs(losses[:-1]))  # (26.7)
    slow = np.concatenate([np.isnan(losses[:1]), slow])
    return lr * 0.5 ** np.cumsum(slow)


# --8<-- [end:halve-when-slow]
