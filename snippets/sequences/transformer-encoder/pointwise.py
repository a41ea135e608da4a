# kind: exact
"""The small network of a block is two convolutions with kernels of size 1."""

# --8<-- [start:pointwise]
import torch

from chainrule.nn import TransformerEncoderLayer

torch.manual_seed(0)
options = {"dropout": 0.0, "batch_first": True, "dtype": torch.float64}
block = TransformerEncoderLayer(16, 4, 64, **options)
first = torch.nn.Conv1d(16, 64, 1, dtype=torch.float64)
second = torch.nn.Conv1d(64, 16, 1, dtype=torch.float64)
pairs = (first, block.linear1), (second, block.linear2)
with torch.no_grad():
    for conv, linear in pairs:
        conv.weight.copy_(linear.weight[:, :, None])
        conv.bias.copy_(linear.bias)
    x = torch.randn(3, 5, 16, dtype=torch.float64)
    y = second(first(x.mT).relu()).mT
    print(*first.weight.shape, "and", *second.weight.shape)
    print("same", torch.allclose(y, block.fed_forward(x), atol=1e-12))
# --8<-- [end:pointwise]
