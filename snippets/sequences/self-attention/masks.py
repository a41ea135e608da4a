# kind: exact
"""Two sentences of different length in one batch."""

# --8<-- [start:masks]
import torch

from chainrule.nn import SelfAttention

torch.manual_seed(0)
layer = SelfAttention(2, 3, 2)
short = torch.randn(2, 2)  # two words
padded = torch.cat([short, torch.zeros(2, 2)])  # and two that are none
real = torch.tensor([True, True, False, False])

with torch.no_grad():
    alone = layer(short)
    hidden = layer(padded, attn_mask=real.expand(4, 4))
    careless = layer(padded)
print("padding hidden:  ", torch.allclose(hidden[:2], alone))
print("padding forgotten:", torch.allclose(careless[:2], alone))
# --8<-- [end:masks]
