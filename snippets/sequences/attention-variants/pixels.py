# kind: exact
"""A picture as a set of vectors."""

# --8<-- [start:pixels]
import torch

from chainrule.nn import PixelAttention

torch.manual_seed(0)
x = torch.randn(1, 3, 5, 10)
print("50 vectors of 3 numbers:", tuple(x.flatten(2).mT.shape))

layer = PixelAttention(3)
print("at the start the identity:", torch.equal(layer(x), x))
for side in (8, 32, 64, 224):
    print(f"{side:3} x {side:3} pixels: {side**4:13,} scores")
# --8<-- [end:pixels]
