# kind: exact
"""A picture of 3 x 3, read through affine maps."""

# --8<-- [start:affine]
import torch

from chainrule.nn import affine_grid, grid_sample

x = torch.arange(1.0, 10).view(1, 1, 3, 3)


def read(theta, first=True, second=True):
    grid = affine_grid(torch.tensor([theta]), x.shape, first)
    return grid_sample(x, grid, align_corners=second)[0, 0]


maps = {
    "half a pixel on": [[1.0, 0, 0.5], [0, 1, 0]],
    "one row down": [[1.0, 0, 0], [0, 1, -1]],
    "turned": [[0.0, 1, 0], [-1, 0, 0]],
}
for name, theta in maps.items():
    print(f"{name:16}", read(theta).tolist())
identity = [[1.0, 0, 0], [0, 1, 0]]
for first, second in ((True, True), (False, False), (True, False)):
    same = torch.allclose(read(identity, first, second), x)
    print(f"identity, align_corners {first}, {second}: its input: {same}")
# --8<-- [end:affine]
