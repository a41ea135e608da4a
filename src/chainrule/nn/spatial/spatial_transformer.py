"""A layer that chooses where its input is read."""

# --8<-- [start:spatial-transformer]
import torch
from torch import nn

from chainrule.nn.spatial.affine_grid import affine_grid
from chainrule.nn.spatial.grid_sample import grid_sample


class SpatialTransformer(nn.Module):
    """The input, read through an affine map computed from it.

    localization maps x (N, C, H, W) to six numbers (N, 6), which are
    added to the identity. The last of its modules that has a weight is
    set to 0 here, so that at first the layer returns its input. size is
    the (H, W) of the output, that of the input if None; align_corners
    goes into both steps. Source: Jaderberg et al. 2015, arXiv 1506.02025,
    section 3. Raises ValueError for a localization without a weight, or
    with another output.
    """

    def __init__(self, localization, size=None, align_corners=False):
        super().__init__()
        self.localization = localization
        self.size, self.align_corners = size, align_corners
        own = [m for m in localization.modules() if m._parameters]
        if not own:
            raise ValueError("localization has no parameters to learn")
        for parameter in own[-1].parameters(recurse=False):
            parameter.data.zero_()

    def theta(self, x):
        """The map (N, 2, 3) for each picture."""
        found = self.localization(x)
        if found.shape != (len(x), 6):
            raise ValueError(
                f"localization must give {(len(x), 6)}, got {(*found.shape,)}"
            )
        identity = torch.eye(2, 3, dtype=found.dtype, device=found.device)
        return identity + found.unflatten(1, (2, 3))

    def forward(self, x):
        size = *x.shape[:2], *(self.size or x.shape[2:])
        grid = affine_grid(self.theta(x), size, self.align_corners)
        return grid_sample(x, grid, align_corners=self.align_corners)


# --8<-- [end:spatial-transformer]
