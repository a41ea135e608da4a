"""What layers of windows let in."""

import numpy as np

from chainrule.scratch.checks import real


def pair(name, value, low=1):
    """(vertical, horizontal), from those or one number, each at least low."""
    both = value if isinstance(value, tuple | list) else (value, value)
    if len(both) != 2 or not all(
        isinstance(n, int | np.integer) and n >= low for n in both
    ):
        raise ValueError(
            f"{name} must be one or two integers of {low} or more, "
            f"got {value!r}"
        )
    return int(both[0]), int(both[1])


def pictures(x, channels=None):
    """x as floats; ValueError unless (N, C, H, W), of so many channels."""
    x = real(x, "x")
    if x.ndim != 4 or channels not in (None, x.shape[1]):
        C = "C" if channels is None else channels
        raise ValueError(f"x must be (N, {C}, H, W), got {x.shape}")
    return x
