# kind: exact
"""One block with numbers that fit on paper."""

# --8<-- [start:by-hand]
import torch

from chainrule.nn import TransformerEncoderLayer

block = TransformerEncoderLayer(4, 1, 4, dropout=0.0, batch_first=True)
eye, zero = torch.eye(4), torch.zeros(4, 4)
with torch.no_grad():
    # no scores, values as they are: each looks at all, equally
    block.self_attn.in_proj_weight.copy_(torch.cat([zero, zero, eye]))
    for part in (block.self_attn.out_proj, block.linear1, block.linear2):
        part.weight.copy_(eye)
        part.bias.zero_()
    x = torch.tensor([[[5.0, -1, 1, -5], [-1, 5, -5, 1]]])
    a = block.attended(x, {})
    y = block.norm1(x + a)
    f = block.fed_forward(y)
    z = block.norm2(y + f)
    assert torch.equal(z, block(x))
names = ["x", "attention a", "x + a", "y = norm", "network f", "y + f"]
for name, v in zip(
    [*names, "z = norm"], [x, a, x + a, y, f, y + f, z], strict=True
):
    for token in v[0]:
        rounded = token.round(decimals=2) + 0.0  # no minus before a zero
        numbers = "".join(f"{number:7.2f}" for number in rounded)
        print(f"{name:12}{numbers}")
        name = ""
# --8<-- [end:by-hand]
