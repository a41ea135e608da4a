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
    "group": (nn.GroupNorm(2, 4), None),  # 2 samples, 2 groups
}
print("         means  first channel")
for name, (layer, axes) in ways.items():
    y = layer(x)
    means = 4 if axes is None else y.mean(axes).numel()
    shown = " ".join(f"{v:4.1f}" for v in y[0, 0].flatten().tolist())
    print(f"{name:8} {means} x {x.numel() // means:2}  {shown}")
y = nn.RMSNorm((4, 2, 2))(x)
shown = " ".join(f"{v:4.1f}" for v in y[0, 0].flatten().tolist())
print(f"rms      2 x 16  {shown}")
# --8<-- [end:four-ways]
