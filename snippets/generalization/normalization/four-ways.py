# kind: exact
"""One small tensor, normalized in five ways."""

# --8<-- [start:four-ways]
import torch

from chainrule import nn

x = torch.arange(32.0).view(2, 4, 2, 2)  # N, C, H, W
x[1] *= 3  # a sample with more contrast
ways = {
    "batch": (nn.BatchNorm2d(4), (0, 2, 3)),
    "layer": (nn.LayerNorm((4, 2, 2)), (1, 2, 3)),
    "instance": (nn.InstanceNorm2d(4), (2, 3)),
    "group": (nn.GroupNorm(2, 4), None),
}
print("          means  numbers in each  first channel of sample 0")
for name, (layer, axes) in ways.items():
    y = layer(x)
    means = 2 * 2 if axes is None else y.mean(axes).numel()
    shown = " ".join(f"{v:5.2f}" for v in y[0, 0].flatten().tolist())
    print(f"{name:9} {means:5} {x.numel() // means:12}     {shown}")
y = nn.RMSNorm((4, 2, 2))(x)
shown = " ".join(f"{v:5.2f}" for v in y[0, 0].flatten().tolist())
print(f"rms           2           16     {shown}")
# --8<-- [end:four-ways]
