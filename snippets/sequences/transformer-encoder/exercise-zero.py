# kind: exact
"""Blocks whose parts return zero."""

# --8<-- [start:solution]
import torch

from chainrule.nn import LayerNorm, TransformerEncoder, TransformerEncoderLayer

torch.manual_seed(0)
x = torch.randn(2, 3, 8)
for norm_first in (True, False):
    options = {"dropout": 0.0, "batch_first": True, "norm_first": norm_first}
    block = TransformerEncoderLayer(8, 2, 16, **options)
    for part in (block.self_attn.out_proj, block.linear2):
        torch.nn.init.zeros_(part.weight)
        torch.nn.init.zeros_(part.bias)
    y = TransformerEncoder(block, 6)(x)
    print("pre, y = x:     " if norm_first else "post, y = LN(x):", end=" ")
    wanted = x if norm_first else LayerNorm(8)(x)
    print(torch.allclose(y, wanted, atol=1e-4))
# --8<-- [end:solution]
