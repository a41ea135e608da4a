"""What stands beyond the border of a picture."""

# --8<-- [start:padding]
from typing import Any

import numpy as np

MODES: dict[str, Any] = {
    "zeros": "constant",
    "reflect": "reflect",
    "replicate": "edge",
    "circular": "wrap",
}


def pad(x, sides, mode="zeros"):
    """x (N, C, H, W) with ((top, bottom), (left, right)) places more.

    They are zeros, or the picture goes on: mirrored at its last pixels
    (reflect), with those (replicate), or from its other end (circular).
    Raises ValueError for a mirror or an end farther than the picture.
    """
    for size, ends in zip(x.shape[2:], sides, strict=True):
        most = {"reflect": size - 1, "circular": size}.get(mode, max(ends))
        if max(ends) > most:
            raise ValueError(
                f"padding {max(ends)} must be at most {most} for {mode!r}, "
                f"the picture is {x.shape[2:]}"
            )
    return np.pad(x, ((0, 0), (0, 0), *sides), MODES[mode])


def pad_backward(dy, sides, mode="zeros"):
    """The transpose: each place of dL/dy, added to where it came from."""
    for axis, ends in zip((2, 3), sides, strict=True):
        size = dy.shape[axis] - sum(ends)
        dy = np.moveaxis(dy, axis, 0)
        inner = dy[ends[0] : ends[0] + size]
        if mode != "zeros" and any(ends):
            came = np.pad(np.arange(size), ends, MODES[mode])
            inner = np.zeros_like(inner)
            np.add.at(inner, came, dy)
        dy = np.moveaxis(inner, 0, axis)
    return dy


# --8<-- [end:padding]
