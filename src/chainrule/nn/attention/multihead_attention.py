"""Multi-head attention: several scores side by side, each in its own part."""

# --8<-- [start:multihead]
import torch
from torch import nn

from chainrule.nn.attention.masks import causal_mask, taking_part
from chainrule.nn.attention.scaled_dot_product_attention import (
    scaled_dot_product_attention,
)
from chainrule.nn.init import xavier_uniform_
from chainrule.nn.linear import Linear, linear


class MultiheadAttention(nn.Module):
    """num_heads attentions of embed_dim / num_heads numbers each.

    query (T, N, E), key and value (S, N, E), output (T, N, E); with
    batch_first=True the first two axes are swapped, and all goes without
    the axis N, too. Names, start, state_dict and masks are those of
    torch.nn.MultiheadAttention: in a boolean mask True hides. Unlike
    there is_causal needs no mask beside it, and a query that may look at
    nothing gets zeros and the bias, not NaN. Vaswani et al. (2017),
    arXiv:1706.03762, section 3.2.2. Raises ValueError unless num_heads
    divides embed_dim.
    """

    def __init__(
        self,
        embed_dim,
        num_heads,
        dropout=0.0,
        bias=True,
        *,
        batch_first=False,
        device=None,
        dtype=None,
    ):
        super().__init__()
        if num_heads < 1 or embed_dim < 1 or embed_dim % num_heads:
            sizes = f"embed_dim={embed_dim}, num_heads={num_heads}"
            raise ValueError(f"num_heads must divide embed_dim, got {sizes}")
        self.embed_dim, self.num_heads = embed_dim, num_heads
        self.dropout, self.batch_first = dropout, batch_first
        like = {"device": device, "dtype": dtype}
        shape = 3 * embed_dim, embed_dim  # W_Q, W_K and W_V, one below another
        self.in_proj_weight = nn.Parameter(torch.empty(shape, **like))
        if bias:
            zeros = torch.empty(3 * embed_dim, **like)
            self.in_proj_bias = nn.Parameter(zeros)
        else:
            self.register_parameter("in_proj_bias", None)
        self.out_proj = Linear(embed_dim, embed_dim, bias, **like)
        self.reset_parameters()

    @torch.no_grad()
    def reset_parameters(self):
        xavier_uniform_(self.in_proj_weight)
        if self.in_proj_bias is not None:
            self.in_proj_bias.zero_()
            self.out_proj.bias.zero_()

    # --8<-- [end:multihead]

    # --8<-- [start:forward]
    def forward(
        self,
        query,
        key,
        value,
        key_padding_mask=None,
        need_weights=True,
        attn_mask=None,
        average_attn_weights=True,
        is_causal=False,
        *,
        cache=None,
    ):
        """Output, and the weights (N, T, S) or None.

        average_attn_weights=False gives those of each head (N, num_heads,
        T, S). With a KeyValueCache keys and values of earlier calls come
        before these; key=None asks for those of earlier calls alone.
        """
        offset = 0 if cache is None else cache.length
        same = query is key is value
        inputs = [query] if same else [query, key, value]
        inputs = [self.batch_first_of(x) for x in inputs] * (3 if same else 1)
        q, k, v = self.in_heads(*inputs)
        if cache is not None:
            k, v = cache.held() if k is None else cache.extend(k, v)
        ahead = is_causal and attn_mask is None
        if offset and q.shape[-2] == 1:
            ahead = False  # the last position sees all
        if ahead and (offset or key_padding_mask is not None):
            sizes = q.shape[-2], k.shape[-2], offset
            ahead, attn_mask = False, causal_mask(*sizes, device=q.device)
        mask = taking_part(attn_mask, key_padding_mask, self.num_heads)
        dropout_p = self.dropout if self.training else 0.0
        y = scaled_dot_product_attention(
            q, k, v, mask, dropout_p, ahead, need_weights=need_weights
        )
        y, weights = y if need_weights else (y, None)
        y = self.out_proj(y.transpose(1, 2).flatten(2))  # heads side by side
        if weights is not None and average_attn_weights:
            weights = weights.mean(1)
        if query.dim() == 2:
            return y[0], None if weights is None else weights[0]
        return y if self.batch_first else y.transpose(0, 1), weights

    # --8<-- [end:forward]

    # --8<-- [start:in-heads]
    def in_heads(self, query, key, value):
        """q, k, v: (N, num_heads, T, embed_dim / num_heads) each.

        A head owns neighbouring numbers: split the last axis first, then
        bring the heads forward. A view to that shape would mix positions.
        """
        weight, bias = self.in_proj_weight, self.in_proj_bias
        shape = self.num_heads, self.embed_dim // self.num_heads
        if query is key is value:  # one product for all three
            y = linear(query, weight, bias).unflatten(-1, (3, *shape))
            return y.permute(2, 0, 3, 1, 4).unbind()
        weights = weight.chunk(3)
        biases = (None,) * 3 if bias is None else bias.chunk(3)
        three = zip((query, key, value), weights, biases, strict=True)
        parts = [x if x is None else linear(x, w, b) for x, w, b in three]
        return [
            part if part is None else part.unflatten(-1, shape).transpose(1, 2)
            for part in parts
        ]

    # --8<-- [end:in-heads]

    def batch_first_of(self, x):
        """x as (N, T, E), or None. ValueError for another shape."""
        if x is None:
            return None
        if x.dim() not in (2, 3) or x.shape[-1] != self.embed_dim:
            shape = f"(…, {self.embed_dim}) of 2 or 3 axes"
            raise ValueError(f"inputs must be {shape}, got {(*x.shape,)}")
        if x.dim() == 2:
            return x[None]
        return x if self.batch_first else x.transpose(0, 1)

    def extra_repr(self) -> str:
        return f"embed_dim={self.embed_dim}, num_heads={self.num_heads}"
