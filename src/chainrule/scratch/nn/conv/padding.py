"""What stands beyond the border of a picture."""

# --8<-- [start:padding]
import numpy as np

MODES = ("zeros", "reflect", "replicate", "circular")


def source(size, before, after, mode):
    """For each place of a longer axis, the place that it repeats.

    A picture goes on mirrored at its last pixels (reflect), with those
    (replicate), or from its other end (circular). Raises ValueError for
    a mirror or an end farther than the picture.
    """
    most = {"reflect": size - 1, "circular": size}.get(mode, np.inf)
    if max(before, after) > most:
        raise ValueError(
            f"padding {max(before, after)} must be at most {most} for "
            f"{mode!r}: the picture has {size} places"
        )
    at = np.arange(-before, size + after)
    if mode == "circular":
        return at % size
    if mode == "replicate":
        return at.clip(0, size - 1)
    return size - 1 - abs(size - 1 - abs(at))


def pad(x, sides, mode="zeros"):
    """x (N, C, H, W) with ((top, bottom), (left, right)) places more."""
    if mode == "zeros":
        return np.pad(x, [(0, 0), (0, 0), *sides])
    for axis, (before, after) in zip((2, 3), sides, strict=True):
        x = x.take(source(x.shape[axis], before, after, mode), axis)
    return x


def pad_backward(dy, sides, mode="zeros"):
    """The transpose: each place of dL/dy, added to what it repeats."""
    for axis, (before, after) in zip((2, 3), sides, strict=True):
        size = dy.shape[axis] - before - after
        dy = np.moveaxis(dy, axis, 0)
        if mode == "zeros":
            dx = dy[before : before + size]
        else:
            dx = np.zeros((size, *dy.shape[1:]), dy.dtype)
            np.add.at(dx, source(size, before, after, mode), dy)
        dy = np.moveaxis(dx, 0, axis)
    return dy


# --8<-- [end:padding]
