"""Cross-entropy of two Bernoulli distributions."""

import numpy as np

from chainrule.scratch.nn.base import Loss
from chainrule.scratch.nn.loss.checks import checked, probabilities, times
from chainrule.scratch.nn.loss.cross_entropy import quotient, xlogy


# --8<-- [start:bce]
def binary_cross_entropy(y, t):
    """Mean of -t ln y - (1 - t) ln(1 - y), in nats.

    y: predicted probability of class 1; t: 0, 1 or a probability.
    Infinite where y is 0 or 1 and wrong. Raises ValueError for shapes
    that differ, for none, and for what is no probability.
    """
    y, t = checked(y, t)
    y, t = probabilities("y", y), probabilities("t", t)
    costs = xlogy(t, y) + xlogy(1 - t, 1 - y)
    return -np.mean(costs, dtype=float)  # (4.12)


# --8<-- [end:bce]


# --8<-- [start:bce-gradient]
def binary_cross_entropy_gradient(y, t):
    """The derivative of binary_cross_entropy(y, t) by y."""
    y, t = checked(y, t)
    y, t = probabilities("y", y), probabilities("t", t)
    return (quotient(1 - t, 1 - y) - quotient(t, y)) / y.size


# --8<-- [end:bce-gradient]


# --8<-- [start:bce-logits]
def binary_cross_entropy_with_logits(z, t):
    """The same for y = sigmoid(z), for logits z of any size, or ±inf."""
    z, t = checked(z, t)
    t = probabilities("t", t)
    if_0, if_1 = np.logaddexp(0, z), np.logaddexp(0, -z)
    costs = times(1 - t, if_0) + times(t, if_1)  # (4.13)
    return np.mean(costs, dtype=float)


def binary_cross_entropy_with_logits_gradient(z, t):
    """Its derivative by z: probability minus target, over N."""
    z, t = checked(z, t)
    t = probabilities("t", t)
    y = np.exp(-np.logaddexp(0, -z))  # the sigmoid of z
    return (y - t) / z.size  # (4.14)


# --8<-- [end:bce-logits]


# --8<-- [start:bce-with-logits-loss]
class BCEWithLogitsLoss(Loss):
    """binary_cross_entropy_with_logits as a loss of a network."""

    value = staticmethod(binary_cross_entropy_with_logits)
    gradient = staticmethod(binary_cross_entropy_with_logits_gradient)


# --8<-- [end:bce-with-logits-loss]
