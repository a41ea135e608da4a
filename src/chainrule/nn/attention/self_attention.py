"""Self-attention with one head: query, key and value of the same vectors."""

# --8<-- [start:self-attention]
import math

from torch import nn

from chainrule.nn.attention.dot_score import dot_score
from chainrule.nn.attention.scaled_dot_product_attention import (
    masked,
    scaled_dot_product_attention,
)
from chainrule.nn.linear import Linear


class SelfAttention(nn.Module):
    """softmax(Q K^T · scale) V with Q, K, V from the rows of x.

    x (..., T, d_in) of any length T, output (..., T, d_v). scale is
    1/sqrt(d_k) unless given; 1 is the form without a root. With
    activation="relu" the weights are max(0, score), and their sum is
    not 1. attn_mask and is_causal are those of
    scaled_dot_product_attention; need_weights=True returns the weights
    (..., T, T) as well. Raises ValueError for another activation.
    """

    def __init__(
        self,
        d_in,
        d_k,
        d_v,
        bias=False,
        *,
        scale=None,
        activation="softmax",
        device=None,
        dtype=None,
    ):
        super().__init__()
        if activation not in ("softmax", "relu"):
            message = f"activation must be softmax or relu, got {activation!r}"
            raise ValueError(message)
        self.scale = 1 / math.sqrt(d_k) if scale is None else scale
        self.activation = activation
        self.query = Linear(d_in, d_k, bias, device, dtype)
        self.key = Linear(d_in, d_k, bias, device, dtype)
        self.value = Linear(d_in, d_v, bias, device, dtype)

    # --8<-- [end:self-attention]

    # --8<-- [start:forward]
    def forward(
        self, x, attn_mask=None, is_causal=False, *, need_weights=False
    ):
        q, k, v = self.query(x), self.key(x), self.value(x)  # (37.8)
        if self.activation == "softmax":
            return scaled_dot_product_attention(
                q,
                k,
                v,
                attn_mask,
                is_causal=is_causal,
                scale=self.scale,
                need_weights=need_weights,
            )
        scores = dot_score(q, k, self.scale)
        weights = masked(scores, attn_mask, is_causal).relu()
        return (weights @ v, weights) if need_weights else weights @ v

    # --8<-- [end:forward]
