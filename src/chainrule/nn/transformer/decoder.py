"""The Transformer's decoder: blocks on top of each other."""

# --8<-- [start:decoder]
import copy

from torch import nn


class TransformerDecoder(nn.Module):
    """num_layers copies of a block; each looks at the same memory.

    All start with the numbers of decoder_layer, as in
    torch.nn.TransformerDecoder, whose names and masks these are. caches:
    a pair of KeyValueCaches for each block.
    """

    def __init__(self, decoder_layer, num_layers, norm=None):
        super().__init__()
        copies = (copy.deepcopy(decoder_layer) for _ in range(num_layers))
        self.layers = nn.ModuleList(copies)
        self.num_layers, self.norm = num_layers, norm

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
        caches=None,
    ):
        x = tgt
        masks = [tgt_mask, memory_mask]
        masks += [tgt_key_padding_mask, memory_key_padding_mask]
        masks += [tgt_is_causal, memory_is_causal]
        caches = caches or [None] * self.num_layers
        for layer, cache in zip(self.layers, caches, strict=True):
            x = layer(x, memory, *masks, cache=cache)
        return x if self.norm is None else self.norm(x)

    # --8<-- [end:decoder]
