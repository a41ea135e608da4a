"""Arguments that transforms refuse, with the value that was given."""

import math
import numbers


def whole(value):
    return isinstance(value, numbers.Integral) and not isinstance(value, bool)


def real(value):
    return isinstance(value, numbers.Real) and math.isfinite(value)


def pair(transform, size):
    """(height, width) of 1 or more, from those or from one number."""
    given = size
    if whole(size):
        size = (size, size)
    if (
        not isinstance(size, list | tuple)
        or len(size) != 2
        or not all(whole(n) and n >= 1 for n in size)
    ):
        raise ValueError(
            f"{type(transform).__name__}: size must be one or two integers "
            f"of 1 or more, got {given!r}"
        )
    return int(size[0]), int(size[1])


def interval(transform, name, ends, low=-math.inf, high=math.inf):
    """(a, b) with low <= a <= b <= high, as floats."""
    if (
        not isinstance(ends, list | tuple)
        or len(ends) != 2
        or not all(map(real, ends))
        or not low <= ends[0] <= ends[1] <= high
    ):
        raise ValueError(
            f"{type(transform).__name__}: {name} must be (a, b) with "
            f"{low} <= a <= b <= {high}, got {ends!r}"
        )
    return float(ends[0]), float(ends[1])


def around(transform, name, middle, given):
    """(middle - d, middle + d) for a number d; what is no number, as it is."""
    if not real(given):
        return given
    if given < 0:
        raise ValueError(
            f"{type(transform).__name__}: {name} must not be negative, "
            f"got {given}"
        )
    return middle - given, middle + given


def positive_ratio(transform, ratio):
    """(a, b) with 0 < a <= b."""
    a, b = interval(transform, "ratio", ratio, low=0)
    if a == 0:
        raise ValueError(
            f"{type(transform).__name__}: ratio must be positive, got {ratio!r}"
        )
    return a, b


def probability(transform, p):
    if not real(p) or not 0 <= p <= 1:
        raise ValueError(
            f"{type(transform).__name__}: p must be in [0, 1], got {p!r}"
        )
    return p


def one_of(transform, name, value, choices):
    if value not in choices:
        raise ValueError(
            f"{type(transform).__name__}: {name} must be one of "
            f"{', '.join(map(repr, choices))}, got {value!r}"
        )
    return value


def per_channel(transform, name, value, image):
    """value, a number or one a channel, as (1, 1, 1) or (C, 1, 1)."""
    import torch

    value = torch.as_tensor(value, dtype=image.dtype, device=image.device)
    if value.ndim > 1 or value.numel() not in (1, len(image)):
        raise ValueError(
            f"{type(transform).__name__}: {name} must be one number or "
            f"{len(image)}, one a channel, got {value.tolist()}"
        )
    return value.reshape(-1, 1, 1)
