# kind: exact
"""What eval changes for two layers."""

# --8<-- [start:modes]
import torch
from torch import nn

torch.manual_seed(0)
x = torch.tensor([[1.0], [3.0]]).repeat(1, 1000)  # two samples
equal = torch.equal
for layer in (nn.Dropout(0.5), nn.BatchNorm1d(1000)):
    print(type(layer).__name__)
    for mode in ("train", "eval"):
        getattr(layer, mode)()
        before = {name: v.clone() for name, v in layer.state_dict().items()}
        y = layer(x)
        after = layer.state_dict()
        print(f"  {mode:5}  repeatable: {equal(y, layer(x))!s:5}", end="")
        kept = all(equal(after[name], v) for name, v in before.items())
        print(f"  buffers kept: {kept}")

for mode in ("train", "eval"):  # batch norm is the layer here
    getattr(layer, mode)()
    beside = [
        layer(torch.stack([x[0], other]))[0, 0] for other in (x[1], -x[1])
    ]
    print(f"{mode:5}  sample 0 beside two others:", end=" ")
    print([round(y.item(), 2) for y in beside])
# --8<-- [end:modes]
