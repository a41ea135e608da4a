"""Frames put together again."""

import numpy as np


# --8<-- [start:overlap-add]
def overlap_add(frames, hop_length, window=None):
    """The signal ((n - 1) * hop_length + L,) of frames (n, L).

    Where frames overlap, they are added; the sum is divided by that of
    their windows (L,), by default ones. So frames that were multiplied
    with their window give back the signal. A sample that all windows
    take to 0 is lost, and comes back as 0. Raises ValueError for frames
    that are not (n, L), another window, or a hop below 1.
    """
    frames = np.asarray(frames, dtype=float)
    if frames.ndim != 2 or not frames.size or hop_length < 1:
        raise ValueError(f"no signal of frames {frames.shape}")
    n, L = frames.shape
    window = np.ones(L) if window is None else np.asarray(window)
    if window.shape != (L,):
        raise ValueError(f"window must be ({L},), got {window.shape}")
    places = hop_length * np.arange(n)[:, None] + np.arange(L)
    total, weight = np.zeros((2, (n - 1) * hop_length + L))
    np.add.at(total, places, frames)
    np.add.at(weight, places, np.broadcast_to(window, (n, L)))
    lost = np.abs(weight) < 1e-12
    return np.where(lost, 0, total / np.where(lost, 1, weight))  # (36.9)


# --8<-- [end:overlap-add]
