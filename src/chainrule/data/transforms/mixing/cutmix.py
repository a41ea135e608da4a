"""A rectangle of one image in another."""

# --8<-- [start:cutmix]
import math

from chainrule.data.transforms.base import below
from chainrule.data.transforms.checks import (
    require_box,
    require_shape,
    require_soft,
)
from chainrule.data.transforms.mixing.base import Mixing, beta


class CutMix(Mixing):
    """cutmix of a batch, with one box (top, left, height, width).

    Its middle is uniform over the pixels and its area 1 - lam of the
    image, lam by Beta(alpha, alpha), cut where it leaves the image. The
    box is torchvision's from the same seed.
    """

    def draw(self, x, generator=None):
        _, _, H, W = require_shape(self, x, "(N, C, H, W)", 4)
        half = 0.5 * math.sqrt(1 - beta(self.alpha, generator))
        column, row = below(W, generator), below(H, generator)
        top, left = max(row - int(half * H), 0), max(column - int(half * W), 0)
        bottom = min(row + int(half * H), H)
        right = min(column + int(half * W), W)
        return top, left, bottom - top, right - left

    def apply(self, x, t, box):
        t = self.probabilities(x, t)
        require_box(self, x, box)
        return cutmix(x, t, box)


# --8<-- [end:cutmix]


# --8<-- [start:cutmix-images]
def cutmix(x, t, box):
    """The box of each image from the one before it; targets by area.

    Yun et al., "CutMix" (arXiv:1905.04899), equations (1) and (2); lam
    is what is left of the image's area after the box was cut to it.
    Raises ValueError for targets that are numbers of classes.
    """
    require_soft("cutmix", t)
    top, left, height, width = box
    rows, columns = slice(top, top + height), slice(left, left + width)
    mixed = x.clone()
    mixed[..., rows, columns] = x.roll(1, 0)[..., rows, columns]
    lam = 1 - height * width / (x.shape[-2] * x.shape[-1])
    return mixed, lam * t + (1 - lam) * t.roll(1, 0)


# --8<-- [end:cutmix-images]
