"""A picture read at places between its pixels."""

# --8<-- [start:grid-sample]
import torch


def pixel(at, size, align_corners):
    """The pixel, in fractions, at a place in [-1, 1]: (35.8) solved."""
    if align_corners:
        return (at + 1) / 2 * (size - 1)
    return ((at + 1) * size - 1) / 2


def grid_sample(
    input, grid, mode="bilinear", padding_mode="zeros", align_corners=False
):
    """input (N, C, H, W) read at grid (N, H_out, W_out, 2) of (x, y).

    As torch.nn.functional.grid_sample, for mode "bilinear" or "nearest",
    padding_mode "zeros" and pictures. Raises TypeError for whole numbers
    and two dtypes, ValueError for other shapes and modes.
    """
    checked(input, grid, mode, padding_mode)
    height, width = input.shape[2:]
    u = pixel(grid[..., 0], width, align_corners)
    v = pixel(grid[..., 1], height, align_corners)
    if mode == "nearest":
        return read(input, v.round(), u.round())
    i, j = v.floor(), u.floor()
    down, across = v - i, u - j  # in [0, 1): how far on to the next pixel
    rows = (i, 1 - down), (i + 1, down)
    columns = (j, 1 - across), (j + 1, across)
    y = torch.zeros_like(u)[:, None]
    for row, upright in rows:  # the four pixels around (v, u), (35.9)
        for column, level in columns:
            y = y + (upright * level)[:, None] * read(input, row, column)
    return y


def read(input, row, column):
    """(N, C, H_out, W_out): the pixels of input there, 0 outside."""
    height, width = input.shape[2:]
    inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
    row = row.nan_to_num().clamp(0, height - 1).long()
    column = column.nan_to_num().clamp(0, width - 1).long()
    n = torch.arange(len(input), device=input.device)[:, None, None]
    seen = input[n, :, row, column].movedim(-1, 1)
    return seen.masked_fill(~inside[:, None], 0)


# --8<-- [end:grid-sample]


def checked(input, grid, mode, padding_mode):
    """What both need to be, or an error that says what they are."""
    if mode not in ("bilinear", "nearest"):
        raise ValueError(f"mode must be bilinear or nearest, got {mode!r}")
    if padding_mode != "zeros":
        raise ValueError(f"padding_mode must be zeros, got {padding_mode!r}")
    if not input.is_floating_point() or input.dtype != grid.dtype:
        raise TypeError(
            f"input and grid must be of one floating dtype, "
            f"got {input.dtype} and {grid.dtype}"
        )
    if (
        input.dim() != 4
        or 0 in input.shape[1:]
        or grid.dim() != 4
        or grid.shape[3] != 2
        or len(grid) != len(input)
    ):
        raise ValueError(
            f"input must be (N, C, H, W) and grid (N, H, W, 2), "
            f"got {(*input.shape,)} and {(*grid.shape,)}"
        )
