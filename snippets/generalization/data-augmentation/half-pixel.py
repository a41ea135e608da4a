# kind: numeric
"""Four pixels become six, and three: where the new ones look."""

# --8<-- [start:half-pixel]
import torch
from torch.nn.functional import interpolate

from chainrule.data.transforms import resize

row = torch.tensor([0.0, 10, 20, 30])


def show(name, result):
    print(f"{name:18}", *(f"{v:5.2f}" for v in result.flatten()))


show("6 pixels", resize(row.view(1, 1, 4), (1, 6)))
x = row.view(1, 1, 1, 4)
corners = interpolate(x, (1, 6), mode="bilinear", align_corners=True)
show("other convention", corners)
lines = torch.tensor([0.0, 0, 0, 9] * 2).view(1, 1, 8)
show("2, antialias", resize(lines, (1, 2)))
show("2, without", resize(lines, (1, 2), antialias=False))
# --8<-- [end:half-pixel]
