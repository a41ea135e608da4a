"""Cross-entropy of predicted and true distributions, from either side."""

import numpy as np

from chainrule.scratch.nn.loss.checks import (
    distributions,
    logits,
    target_rows,
    times,
)


# --8<-- [start:cross-entropy]
def xlogy(p, q):
    """p ln q, and 0 where p = 0: what never happens costs nothing."""
    with np.errstate(divide="ignore"):  # ln 0 = -inf is meant
        return p * np.log(q, out=np.zeros_like(q), where=p > 0)


def cross_entropy(y, t):
    """Mean of H(t_n, y_n) over all rows, in nats.

    y (..., K) predicted probabilities; t (...) classes 0 … K - 1, or
    (..., K) probabilities. Infinite if something happens that was
    given the probability 0. Raises ValueError for probabilities
    outside [0, 1] or not adding up to 1, for wrong shapes and NaN.
    """
    y = distributions("y", y)
    t = target_rows(t, y)
    return -xlogy(t, y).sum(axis=-1).mean(dtype=float)  # (4.8)


# --8<-- [end:cross-entropy]


# --8<-- [start:from-logits]
def log_softmax(z):
    """Logarithms of the softmax of z (..., K), for logits of any size.

    A logit of -inf has the probability 0. Raises ValueError for NaN, for
    no logits, and for a row of nothing but -inf.
    """
    z = logits(z)
    if np.isnan(z).any():
        raise ValueError("the logits contain NaN")
    z = z - z.max(axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))  # (4.10)


def cross_entropy_with_logits(z, t):
    """The same from logits z: cross_entropy(softmax(z), t), without it."""
    log_y = log_softmax(z)
    t = target_rows(t, log_y)
    return -times(t, log_y).sum(axis=-1).mean(dtype=float)


def cross_entropy_with_logits_gradient(z, t):
    """Its derivative by z: prediction minus target, over the rows."""
    y = np.exp(log_softmax(z))
    t = target_rows(t, y)
    return (y - t) * y.shape[-1] / y.size  # (4.11)


# --8<-- [end:from-logits]


# --8<-- [start:gradient]
def quotient(p, q):
    """p / q, and 0 where p = 0."""
    with np.errstate(divide="ignore"):
        return np.divide(p, q, out=np.zeros_like(q), where=p > 0)


def cross_entropy_gradient(y, t):
    """The derivative of cross_entropy(y, t) by y, each y_k by itself."""
    y = distributions("y", y)
    t = target_rows(t, y)
    return -quotient(t, y) * y.shape[-1] / y.size


# --8<-- [end:gradient]
