"""Xavier initialization: as much variance forwards as backwards."""

# --8<-- [start:xavier]
import math

from chainrule.nn.init.fans import fan_in_and_fan_out
from chainrule.nn.init.random import normal_, uniform_


def xavier_normal_(tensor, gain=1.0, generator=None):
    """Draw from N(0, std²), std = gain sqrt(2 / (n_in + n_out)).

    Glorot and Bengio (2010), for activations that are linear near 0;
    std = 1 / sqrt(n_in), as the notes have it, is LeCun's. Raises
    ValueError for a tensor of fewer than two axes.
    """
    std = gain * math.sqrt(2.0 / sum(fan_in_and_fan_out(tensor)))  # (16.7)
    return normal_(tensor, 0.0, std, generator)


def xavier_uniform_(tensor, gain=1.0, generator=None):
    """The same deviation from a uniform distribution, (16) of the paper."""
    std = gain * math.sqrt(2.0 / sum(fan_in_and_fan_out(tensor)))
    bound = math.sqrt(3.0) * std  # (16.8): U(-c, c) deviates by c / sqrt(3)
    return uniform_(tensor, -bound, bound, generator)


# --8<-- [end:xavier]
