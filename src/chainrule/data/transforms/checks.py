"""Images, batches and boxes that are refused, with what was given."""


def named(owner):
    """The class of a transform, or the name of a function as it is."""
    return owner if isinstance(owner, str) else type(owner).__name__


def require_image(owner, image):
    """(C, H, W) of a tensor of floats; TypeError or ValueError else."""
    return require_shape(owner, image, "(C, H, W)", 3)


def require_shape(owner, image, letters, axes):
    import torch

    name = named(owner)
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


def require_channels(owner, image):
    """1 or 3 channels; ValueError else."""
    C, _, _ = require_image(owner, image)
    if C not in (1, 3):
        raise ValueError(f"{named(owner)}: 1 or 3 channels, got {C}")


def require_colors(owner, image):
    """1 or 3 channels in [0, 1], but for a hundredth; ValueError else."""
    require_channels(owner, image)
    low, high = (end.item() for end in image.aminmax())
    if not (low >= -0.01 and high <= 1.01):
        raise ValueError(
            f"{named(owner)}: pixels must be in [0, 1], got {low:g} to {high:g}"
        )


def require_soft(owner, t):
    """ValueError for numbers of classes, whose mixture is another class."""
    if not t.is_floating_point():
        raise ValueError(
            f"{owner}: targets must be probabilities (N, K), got {t.dtype}"
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
