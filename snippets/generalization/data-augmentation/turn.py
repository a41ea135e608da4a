# kind: numeric
"""A bright bar of three pixels, turned by 45 degrees."""

# --8<-- [start:turn]
import torch

from chainrule.data.transforms import rotate

image = torch.zeros(1, 5, 5)
image[0, 2, 1:4] = 1
near, smooth = (rotate(image, 45, how)[0] for how in ("nearest", "bilinear"))
for row in torch.cat([near, smooth], dim=1):
    print(*(f"{v:.0f}" for v in row[:5]), *(f"{v:6.2f}" for v in row[5:]))
# --8<-- [end:turn]
