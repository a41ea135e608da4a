"""One block of the Transformer's decoder."""

# --8<-- [start:decoder-layer]
import torch
from torch import nn

from chainrule.nn.attention.multihead_attention import MultiheadAttention
from chainrule.nn.dropout import Dropout
from chainrule.nn.linear import Linear
from chainrule.nn.norm.layer_norm import LayerNorm


class TransformerDecoderLayer(nn.Module):
    """Self-attention, attention to the encoder's output, a small network.

    tgt and output (T, N, d_model), memory (S, N, d_model), or N first
    with batch_first=True. Names, order, start, state_dict and masks are
    torch.nn.TransformerDecoderLayer's; tgt_is_causal=True needs no mask
    beside it. cache is a pair of KeyValueCaches, of the target and of the
    memory, whose keys and values are computed at the first call only.
    Vaswani et al. (2017), arXiv:1706.03762, section 3.1.
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
        heads = nhead, dropout
        self.self_attn = MultiheadAttention(
            d_model, *heads, batch_first=batch_first, **like
        )
        self.multihead_attn = MultiheadAttention(
            d_model, *heads, batch_first=batch_first, **like
        )
        self.linear1 = Linear(d_model, dim_feedforward, **like)
        self.dropout = Dropout(dropout)
        self.linear2 = Linear(dim_feedforward, d_model, **like)
        self.norm1 = LayerNorm(d_model, layer_norm_eps, **like)
        self.norm2 = LayerNorm(d_model, layer_norm_eps, **like)
        self.norm3 = LayerNorm(d_model, layer_norm_eps, **like)
        self.dropout1, self.dropout2 = Dropout(dropout), Dropout(dropout)
        self.dropout3 = Dropout(dropout)
        self.activation, self.norm_first = activation, norm_first

    # --8<-- [end:decoder-layer]

    # --8<-- [start:decoder-forward]
    def forward(
        self,
        tgt,
        memory,
        tgt_mask=None,
        memory_mask=None,
        tgt_key_padding_mask=None,
        memory_key_padding_mask=None,
        tgt_is_causal=False,
        memory_is_causal=False,
        *,
        cache=None,
    ):
        own, crossed = cache or (None, None)
        if crossed is not None and crossed.length:
            memory = None  # its keys and values are in the cache
        ahead = {
            "key_padding_mask": tgt_key_padding_mask,
            "attn_mask": tgt_mask,
            "is_causal": tgt_is_causal,
            "cache": own,
        }
        source = {
            "key_padding_mask": memory_key_padding_mask,
            "attn_mask": memory_mask,
            "is_causal": memory_is_causal,
            "cache": crossed,
        }
        x = tgt
        if self.norm_first:
            x = x + self.attended(self.norm1(x), ahead)
            x = x + self.looked_up(self.norm2(x), memory, source)
            return x + self.fed_forward(self.norm3(x))
        x = self.norm1(x + self.attended(x, ahead))
        x = self.norm2(x + self.looked_up(x, memory, source))
        return self.norm3(x + self.fed_forward(x))

    def attended(self, x, masks):
        y, _ = self.self_attn(x, x, x, need_weights=False, **masks)
        return self.dropout1(y)

    def looked_up(self, x, memory, masks):
        given = x, memory, memory
        y, _ = self.multihead_attn(*given, need_weights=False, **masks)
        return self.dropout2(y)

    def fed_forward(self, x):
        hidden = self.dropout(self.activation(self.linear1(x)))
        return self.dropout3(self.linear2(hidden))

    # --8<-- [end:decoder-forward]
