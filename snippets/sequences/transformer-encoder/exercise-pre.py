# kind: exact
"""The block of the example by hand, with the norms in front."""

# --8<-- [start:solution]
import torch

from chainrule.nn import TransformerEncoderLayer

block = TransformerEncoderLayer(
    4, 1, 4, dropout=0.0, batch_first=True, norm_first=True
)
eye, zero = torch.eye(4), torch.zeros(4, 4)
with torch.no_grad():
    block.self_attn.in_proj_weight.copy_(torch.cat([zero, zero, eye]))
    for part in (block.self_attn.out_proj, block.linear1, block.linear2):
        part.weight.copy_(eye)
        part.bias.zero_()
    x = torch.tensor([[[5.0, -1, 1, -5], [-1, 5, -5, 1]]])
    z = block(x)[0, 0]
print([round(number, 2) for number in z.tolist()])
# --8<-- [end:solution]
