"""One block of the Transformer's encoder."""

# --8<-- [start:encoder-layer]
import torch
from torch import nn

from chainrule.nn.attention.multihead_attention import MultiheadAttention
from chainrule.nn.dropout import Dropout
from chainrule.nn.linear import Linear
from chainrule.nn.norm.layer_norm import LayerNorm


class TransformerEncoderLayer(nn.Module):
    """Self-attention, then a small network for each position alone.

    Around both runs a residual connection; behind it the norm, or with
    norm_first=True in front of the part. Input and output (T, N,
    d_model), or (N, T, d_model) with batch_first=True. Names, order,
    start, state_dict and masks are torch.nn.TransformerEncoderLayer's: in
    a boolean mask True hides. Vaswani et al. (2017), arXiv:1706.03762,
    section 3.1; norm_first: Xiong et al. (2020), arXiv:2002.04745.
    Raises ValueError unless nhead divides d_model.
    """

    def __init__(
        self,
        d_model,
        nhead,
        dim_feedforward=2048,
        dropout=0.1,
        activation=torch.relu,
        layer_norm_eps=1e-5,
        batch_first=False,
        norm_first=False,
        bias=True,
        device=None,
        dtype=None,
    ):
        super().__init__()
        like = {"bias": bias, "device": device, "dtype": dtype}
        self.self_attn = MultiheadAttention(
            d_model, nhead, dropout, batch_first=batch_first, **like
        )
        self.linear1 = Linear(d_model, dim_feedforward, **like)
        self.dropout = Dropout(dropout)
        self.linear2 = Linear(dim_feedforward, d_model, **like)
        self.norm1 = LayerNorm(d_model, layer_norm_eps, **like)
        self.norm2 = LayerNorm(d_model, layer_norm_eps, **like)
        self.dropout1, self.dropout2 = Dropout(dropout), Dropout(dropout)
        self.activation, self.norm_first = activation, norm_first

    def forward(
        self,
        src,
        src_mask=None,
        src_key_padding_mask=None,
        is_causal=False,
        *,
        cache=None,
    ):
        masks = {
            "key_padding_mask": src_key_padding_mask,
            "attn_mask": src_mask,
            "is_causal": is_causal,
            "cache": cache,
        }
        x = src
        if self.norm_first:
            x = x + self.attended(self.norm1(x), masks)
            return x + self.fed_forward(self.norm2(x))
        x = self.norm1(x + self.attended(x, masks))
        return self.norm2(x + self.fed_forward(x))

    def attended(self, x, masks):
        y, _ = self.self_attn(x, x, x, need_weights=False, **masks)
        return self.dropout1(y)

    def fed_forward(self, x):
        hidden = self.dropout(self.activation(self.linear1(x)))
        return self.dropout2(self.linear2(hidden))

    # --8<-- [end:encoder-layer]
