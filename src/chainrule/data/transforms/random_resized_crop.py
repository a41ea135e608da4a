"""A random part of an image, brought to one size."""

# --8<-- [start:random-resized-crop]
from chainrule.data.transforms.arguments import interval, pair, positive_ratio
from chainrule.data.transforms.base import Transform, below, crop, sides
from chainrule.data.transforms.checks import require_image
from chainrule.data.transforms.resize import resize


class RandomResizedCrop(Transform):
    """A part with random area and shape, resized to size = (h, w).

    The share of the area is uniform in scale, and the logarithm of
    width / height in that of ratio, after Szegedy et al.
    (arXiv:1409.4842, section 6). A part that does not fit is drawn
    again, ten times at most; then it is the largest in the middle whose
    shape is allowed. Its numbers are (top, left, height, width), those
    of torchvision from the same seed. Raises ValueError for a scale
    that is not within (0, 1] and for a ratio that is not positive.
    """

    def __init__(
        self, size, scale=(0.08, 1.0), ratio=(3 / 4, 4 / 3), antialias=True
    ):
        self.size = pair(self, size)
        self.scale = interval(self, "scale", scale, low=0, high=1)
        self.ratio = positive_ratio(self, ratio)
        self.antialias = antialias
        if self.scale[1] == 0:
            raise ValueError(f"RandomResizedCrop: no area by scale={scale!r}")

    def draw(self, image, generator=None):
        _, H, W = require_image(self, image)
        for w, h in sides(H * W, self.scale, self.ratio, generator):
            if 0 < w <= W and 0 < h <= H:
                top = below(H - h + 1, generator)
                return top, below(W - w + 1, generator), h, w
        return largest(H, W, *self.ratio)

    def apply(self, image, box):
        require_image(self, image)
        return resize(crop(self, image, box), self.size, self.antialias)


# --8<-- [end:random-resized-crop]


# --8<-- [start:largest]
def largest(H, W, low, high):
    """The box in the middle of H x W with low <= width / height <= high."""
    h, w = H, W
    if low * H > W:  # too narrow
        h = max(1, round(W / low))
    elif high * H < W:  # too wide
        w = max(1, round(H * high))
    return (H - h) // 2, (W - w) // 2, h, w


# --8<-- [end:largest]
