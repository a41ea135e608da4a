"""Truncated attention: each position looks at its neighbourhood alone."""

# --8<-- [start:truncated]
import math

import torch
from torch.nn.functional import pad

from chainrule.nn.attention.checks import check_reach


def band_mask(length, before, after, device=None):
    """True where a key is out of reach: (length, length).

    Position i reaches the keys i - before, …, i + after. Raises
    ValueError for numbers below 0: each may look at itself.
    """
    check_reach(before, after)
    at = torch.arange(length, device=device)
    distance = at - at[:, None]
    return (distance < -before) | (distance > after)


def truncated_self_attention(query, key, value, before, after, *, scale=None):
    """Attention under band_mask, without a matrix of T × T.

    query, key and value (..., T, E), output (..., T, E of value). Holds
    before + after + 1 scores for each position. Raises ValueError for
    different lengths and a reach below 0.
    """
    check_reach(before, after)
    length = query.shape[-2]
    if not length == key.shape[-2] == value.shape[-2]:
        lengths = [x.shape[-2] for x in (query, key, value)]
        raise ValueError(f"lengths differ: {lengths}")
    scale = 1 / math.sqrt(query.shape[-1]) if scale is None else scale
    key, value = (pad(x, (0, 0, before, after)) for x in (key, value))
    starts = range(before + after + 1)
    keys = (key[..., s : s + length, :] for s in starts)
    scores = torch.stack([(query * k).sum(-1) for k in keys], -1) * scale
    at = torch.arange(length, device=query.device)[:, None]
    at = at + torch.arange(-before, after + 1, device=query.device)
    beyond = (at < 0) | (at >= length)  # the padding takes no part
    weights = scores.masked_fill(beyond, -math.inf).softmax(-1)
    return sum(
        weights[..., s, None] * value[..., s : s + length, :] for s in starts
    )


# --8<-- [end:truncated]
