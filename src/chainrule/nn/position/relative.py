"""Relative positions: from one column per distance to one per key."""

from torch.nn.functional import pad


# --8<-- [start:relative-shift]
def relative_shift(by_distance):
    """Scores by distance (..., T, 2T - 1) to scores by key (..., T, T).

    Column c stands for the distance j - i = c - (T - 1), so entry (i, j)
    of the result is by_distance[i, j - i + T - 1]. No loop and no table
    of indices: one column more in front moves each row by one place
    farther than the row above. Dai et al. (2019), arXiv:1901.02860,
    appendix B. Raises ValueError for another shape.
    """
    length, distances = by_distance.shape[-2:]
    if distances != 2 * length - 1:
        shape = (*by_distance.shape,)
        raise ValueError(f"by_distance must be (..., T, 2T - 1), got {shape}")
    flat = pad(by_distance, (1, 0)).flatten(-2)[..., length:]
    return flat.unflatten(-1, (length, distances))[..., :length]


# --8<-- [end:relative-shift]
