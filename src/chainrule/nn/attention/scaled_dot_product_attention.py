"""Scaled dot-product attention: the formula, and torch's kernel for it."""

import math

import torch
from torch.nn import functional

from chainrule.nn.attention.checks import check_attention
from chainrule.nn.dropout import Dropout


# --8<-- [start:attention]
def scaled_dot_product_attention(
    query,
    key,
    value,
    attn_mask=None,
    dropout_p=0.0,
    is_causal=False,
    *,
    scale=None,
    enable_gqa=False,
    need_weights=False,
):
    """For each query the mean of the values, weighted by softmax(q · k).

    query (..., T, E), key (..., S, E), value (..., S, F), output
    (..., T, F). attn_mask: boolean (..., T, S), True takes part, or
    numbers that are added to the scores. A query that may look at
    nothing gets zeros. need_weights=True goes by the formula and returns
    the weights (..., T, S) as well; otherwise the same numbers come from
    torch's kernel, whose arguments these are. Vaswani et al. (2017),
    arXiv:1706.03762, equation 1. Raises ValueError for sizes that do not
    fit and for a mask beside is_causal, TypeError for whole numbers.
    """
    check_attention(query, key, value, attn_mask, is_causal)
    if attn_mask is not None and attn_mask.is_floating_point():
        attn_mask = attn_mask.to(query.dtype)
    if not need_weights:
        options = {"scale": scale, "enable_gqa": enable_gqa}
        return functional.scaled_dot_product_attention(
            query, key, value, attn_mask, dropout_p, is_causal, **options
        )
    if enable_gqa:
        key, value = shared_heads(query, key, value)
    scale = 1 / math.sqrt(query.shape[-1]) if scale is None else scale
    scores = query @ key.transpose(-2, -1) * scale
    weights = masked_softmax(scores, attn_mask, is_causal)
    weights = Dropout(dropout_p)(weights)
    return weights @ value, weights


# --8<-- [end:attention]


# --8<-- [start:masked-softmax]
def masked_softmax(scores, attn_mask=None, is_causal=False):
    """Softmax over the last axis; a row without anything is zero.

    scores (..., T, S); the mask as above. In a row of −∞ the softmax
    would be 0/0 and its NaN would reach every gradient.
    """
    if attn_mask is None and not is_causal:
        return scores.softmax(-1)
    scores = masked(scores, attn_mask, is_causal)
    nothing = (scores == -math.inf).all(-1, keepdim=True)
    return scores.masked_fill(nothing, 0).softmax(-1).masked_fill(nothing, 0)


def masked(scores, attn_mask=None, is_causal=False):
    """Scores with the mask added, −∞ where a boolean one hides."""
    if is_causal:
        attn_mask = torch.ones_like(scores, dtype=torch.bool).tril()
    if attn_mask is None:
        return scores
    if attn_mask.dtype == torch.bool:
        return scores.masked_fill(~attn_mask, -math.inf)
    return scores + attn_mask


# --8<-- [end:masked-softmax]


def shared_heads(query, key, value):
    """Each head of key and value as often as queries share it.

    Grouped-query attention: Ainslie et al. (2023), arXiv:2305.13245.
    Heads are axis -3.
    """
    times, rest = divmod(query.shape[-3], key.shape[-3])
    if rest or key.shape[-3] != value.shape[-3]:
        heads = [x.shape[-3] for x in (query, key, value)]
        raise ValueError(f"heads of query, key, value do not divide: {heads}")
    return (x.repeat_interleave(times, -3) for x in (key, value))
