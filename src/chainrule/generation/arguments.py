"""What decoding is asked for, checked; not an algorithm."""

import torch


def first_tokens(begin, batch_size, max_length):
    """begin as (N,) tokens: given so, or one number for batch_size rows.

    ValueError for a max_length or batch_size below 1 and for other shapes.
    """
    if max_length < 1:
        raise ValueError(f"max_length must be at least 1, got {max_length}")
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    if not isinstance(begin, torch.Tensor):
        return torch.full((batch_size,), begin)
    if begin.dim() != 1 or begin.is_floating_point():
        got = f"{(*begin.shape,)} {begin.dtype}"
        raise ValueError(f"begin must be (N,) whole numbers, got {got}")
    return begin
