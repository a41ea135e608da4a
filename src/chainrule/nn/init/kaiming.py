"""Kaiming initialization: ReLUs keep half, so weights vary twice as much."""

# --8<-- [start:std]
import math
import warnings

from chainrule.nn.init.fans import fan_in_and_fan_out
from chainrule.nn.init.gain import calculate_gain
from chainrule.nn.init.random import normal_, uniform_


def kaiming_std(tensor, a, mode, nonlinearity):
    """gain / sqrt(n): n_in keeps the scale forwards, n_out backwards."""
    modes = ["fan_in", "fan_out"]
    if mode.lower() not in modes:
        raise ValueError(f"Mode {mode} not supported, but one of {modes}")
    if tensor.numel() == 0:
        text = "Initializing zero-element tensors is a no-op"
        warnings.warn(text, stacklevel=3)
        return 0.0
    fan = fan_in_and_fan_out(tensor)[modes.index(mode.lower())]
    return calculate_gain(nonlinearity, a) / math.sqrt(fan)  # (16.12)


# --8<-- [end:std]


# --8<-- [start:draws]
def kaiming_normal_(
    tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None
):
    """Draw from N(0, std²), std = gain / sqrt(n); sqrt(2 / n_in) for ReLU.

    He et al. (2015), arXiv:1502.01852, (10) and (14), known also as
    MSRA's; a is the negative slope of a leaky ReLU. Raises ValueError
    for other modes and nonlinearities, and for fewer than two axes.
    """
    std = kaiming_std(tensor, a, mode, nonlinearity)
    return normal_(tensor, 0, std, generator)


def kaiming_uniform_(
    tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None
):
    """The same deviation from a uniform distribution.

    With a = sqrt(5) it is how torch.nn.Linear starts, within
    1 / sqrt(n_in): Kaiming's in name alone.
    """
    bound = math.sqrt(3.0) * kaiming_std(tensor, a, mode, nonlinearity)
    return uniform_(tensor, -bound, bound, generator)


# --8<-- [end:draws]
