"""Masks: who may not look at whom. True hides, as in torch.nn's layers."""

import math

import torch

from chainrule.nn.attention.checks import check_mask


# --8<-- [start:causal-mask]
def causal_mask(length, keys=None, offset=0, device=None):
    """True where a query would look ahead: (length, keys).

    The queries are positions offset, offset + 1, …, the keys all from 0
    on, as many as queries by default. The diagonal is not hidden: each
    may look at itself.
    """
    shape = length, length if keys is None else keys
    hidden = torch.ones(shape, dtype=torch.bool, device=device)
    return hidden.triu(offset + 1)


# --8<-- [end:causal-mask]


def taking_part(attn_mask, key_padding_mask, num_heads):
    """One mask for scaled_dot_product_attention of two that hide, or None.

    attn_mask (T, S) or (N * num_heads, T, S), key_padding_mask (N, S),
    boolean or numbers to add. Boolean: True takes part.
    """
    masks = []
    if attn_mask is not None:
        check_mask("attn_mask", attn_mask)
        if attn_mask.dim() == 3:
            attn_mask = attn_mask.unflatten(0, (-1, num_heads))
        masks.append(attn_mask)
    if key_padding_mask is not None:
        check_mask("key_padding_mask", key_padding_mask)
        masks.append(key_padding_mask[..., None, None, :])
    if not masks:
        return None
    if all(mask.dtype == torch.bool for mask in masks):
        return ~(masks[0] | masks[-1])
    return sum(map(added, masks))


def added(mask):
    """The mask as numbers to add: −∞ where it hides."""
    if mask.dtype != torch.bool:
        return mask
    return torch.zeros_like(mask, dtype=torch.get_default_dtype()).masked_fill(
        mask, -math.inf
    )
