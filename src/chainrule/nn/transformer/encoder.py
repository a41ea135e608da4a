"""The Transformer's encoder: blocks on top of each other."""

# --8<-- [start:encoder]
import copy

from torch import nn


class TransformerEncoder(nn.Module):
    """num_layers copies of a block, each with numbers of its own later.

    All start with those of encoder_layer, as in
    torch.nn.TransformerEncoder, whose names and masks these are. norm
    comes last: blocks with norm_first=True want one. caches: a
    KeyValueCache for each block.
    """

    def __init__(self, encoder_layer, num_layers, norm=None):
        super().__init__()
        copies = (copy.deepcopy(encoder_layer) for _ in range(num_layers))
        self.layers = nn.ModuleList(copies)
        self.num_layers, self.norm = num_layers, norm

    def forward(
        self,
        src,
        mask=None,
        src_key_padding_mask=None,
        is_causal=False,
        *,
        caches=None,
    ):
        x = src
        masks = mask, src_key_padding_mask, is_causal
        caches = caches or [None] * self.num_layers
        for layer, cache in zip(self.layers, caches, strict=True):
            x = layer(x, *masks, cache=cache)
        return x if self.norm is None else self.norm(x)

    # --8<-- [end:encoder]
