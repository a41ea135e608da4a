# kind: numeric
"""Forty convolutions with and without shortcuts, before any training."""

# --8<-- [start:deeper]
import torch

from chainrule.models import PlainNet, ResidualNet
from chainrule.nn import count_parameters

for cls in (PlainNet, ResidualNet):
    torch.manual_seed(0)
    model = cls(channels=8, blocks=20).double()
    x = torch.rand(8, 1, 12, 12, dtype=torch.float64)
    model(x).square().sum().backward()
    sizes = [layer.weight.grad.norm() for layer in (model.first, model.output)]
    ratio = (sizes[0] / sizes[1]).log10()
    print(f"{cls.__name__:12} {count_parameters(model):,} parameters,", end=" ")
    print(f"gradient of the first layer 10^{int(ratio.round())} of the last's")
# --8<-- [end:deeper]
