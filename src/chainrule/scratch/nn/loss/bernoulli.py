"""The Bernoulli distribution: one toss of a bent coin."""

# --8<-- [start:bernoulli]
import numpy as np

from chainrule.scratch.checks import real
from chainrule.scratch.nn.loss.checks import probabilities


def bernoulli_log_prob(x, p):
    """ln P(x) for outcomes x of 0 or 1 and the probability p of a 1.

    -inf where the outcome is impossible. Raises ValueError for other
    outcomes, for p outside [0, 1], and for NaN.
    """
    x, p = real(x, "x"), probabilities("p", p)
    if not np.isin(x, (0, 1)).all():
        raise ValueError(f"outcomes must be 0 or 1, got {np.unique(x)}")
    with np.errstate(divide="ignore"):  # ln 0 = -inf is meant
        return np.where(x == 1, np.log(p), np.log1p(-p))  # (6.17)


# --8<-- [end:bernoulli]
