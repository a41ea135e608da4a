# kind: exact
"""What eval changes for two layers."""

# --8<-- [start:modes]
import torch
from torch import nn

torch.manual_seed(0)
x = torch.tensor([[1.0], [3.0]]).repeat(1, 1000)  # two samples
equal = torch.equal
print("                same twice  buffers kept")
for layer in (nn.Dropout(0.5), nn.BatchNorm1d(1000)):
    for mode in ("train", "eval"):
        getattr(layer, mode)()
        old = {name: v.clone() for name, v in layer.state_dict().items()}
        same = equal(layer(x), layer(x))
        new = layer.state_dict()
        kept = all(equal(new[name], v) for name, v in old.items())
        name = type(layer).__name__
        print(f"{name:11} {mode:5}{same!s:>9}{kept!s:>14}")

print("sample 0 beside 3, beside -3:")
for mode in ("train", "eval"):  # batch normalization is the layer here
    getattr(layer, mode)()
    pairs = [torch.stack([x[0], other]) for other in (x[1], -x[1])]
    print(f"{mode:5}", [round(layer(p)[0, 0].item(), 2) for p in pairs])
# --8<-- [end:modes]
