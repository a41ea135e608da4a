"""Huber's loss: squared near the target, absolute far from it."""

import numpy as np

from chainrule.scratch.nn.loss.checks import checked


# --8<-- [start:huber]
def huber(y, t, delta=1.0):
    """Mean Huber loss of the errors r = y - t (Huber, 1964).

    r²/2 up to |r| = delta, from there on a straight line that goes on
    with the same value and slope. torch.nn.HuberLoss is the same.
    Raises ValueError unless delta > 0, and what l1 refuses.
    """
    y, t = checked(y, t)
    if not delta > 0:
        raise ValueError(f"delta must be positive, got {delta}")
    r = np.abs(y - t)
    line = delta * (r - delta / 2)
    costs = np.where(r <= delta, r**2 / 2, line)  # (4.6)
    return np.mean(costs, dtype=float)


def huber_gradient(y, t, delta=1.0):
    """Its derivative by y: the error, cut off at -delta and delta."""
    y, t = checked(y, t)
    if not delta > 0:
        raise ValueError(f"delta must be positive, got {delta}")
    return np.clip(y - t, -delta, delta) / y.size  # (4.7)


# --8<-- [end:huber]
