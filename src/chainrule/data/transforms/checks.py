"""What transforms refuse, with the value that was given."""

import math
import numbers


def require_image(transform, image):
    """(C, H, W) of a tensor of floats; TypeError or ValueError else."""
    return require_shape(transform, image, "(C, H, W)", 3)


def require_shape(transform, image, letters, axes):
    import torch

    name = type(transform).__name__
    if not isinstance(image, torch.Tensor):
        kind = type(image).__qualname__
        raise TypeError(f"{name}: the image must be a tensor, got {kind}")
    if not image.is_floating_point():
        raise TypeError(
            f"{name}: the image must be a float tensor, got {image.dtype}"
        )
    shape = tuple(image.shape)
    if len(shape) != axes or 0 in shape:
        raise ValueError(f"{name}: the image must be {letters}, got {shape}")
    return shape


def require_colors(transform, image):
    """1 or 3 channels in [0, 1], but for a hundredth; ValueError else."""
    name = type(transform).__name__
    C, _, _ = require_image(transform, image)
    if C not in (1, 3):
        raise ValueError(f"{name}: 1 or 3 channels, got {C}")
    low, high = (end.item() for end in image.aminmax())
    if not (low >= -0.01 and high <= 1.01):
        raise ValueError(
            f"{name}: pixels must be in [0, 1], got {low:g} to {high:g}"
        )


def require_batch(mix, x, t):
    """Images (N, C, H, W) and as many targets (N,) or (N, K)."""
    import torch

    name = type(mix).__name__
    shape = require_shape(mix, x, "(N, C, H, W)", 4)
    if not isinstance(t, torch.Tensor) or t.ndim not in (1, 2):
        given = tuple(t.shape) if isinstance(t, torch.Tensor) else repr(t)
        raise ValueError(f"{name}: targets must be (N,) or (N, K), got {given}")
    if len(t) != shape[0]:
        raise ValueError(f"{name}: {shape[0]} images, but {len(t)} targets")
    return shape


def require_box(transform, image, box):
    """ValueError unless (top, left, height, width) lies in the image."""
    top, left, height, width = box
    H, W = image.shape[-2:]
    inside = 0 <= top <= H - height and 0 <= left <= W - width
    if not inside or height < 0 or width < 0:
        raise ValueError(
            f"{type(transform).__name__}: the crop (top, left, height, "
            f"width) = {tuple(box)} is not inside of the image {H} x {W}"
        )


def require_fits(transform, image, size):
    """ValueError for a crop that is larger than the image."""
    H, W = image.shape[-2:]
    if size[0] > H or size[1] > W:
        raise ValueError(
            f"{type(transform).__name__}: the crop {tuple(size)} is larger "
            f"than the image {(H, W)}"
        )


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
