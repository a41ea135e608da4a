"""An image with another number of pixels."""

# --8<-- [start:resize-class]
from chainrule.data.transforms.arguments import pair, whole
from chainrule.data.transforms.base import Transform
from chainrule.data.transforms.checks import require_image


class Resize(Transform):
    """Bilinear resampling to size = (h, w), as torchvision has it.

    One number is the length of the shorter side; the longer one keeps
    the shape of the picture, rounded down. See resize. Raises
    ValueError for sizes below 1.
    """

    def __init__(self, size, antialias=True):
        both = pair(self, size)
        self.size = both[0] if whole(size) else both
        self.antialias = antialias

    def apply(self, image, numbers=None):
        _, H, W = require_image(self, image)
        size = self.size
        if whole(size):
            long = int(size * max(H, W) / min(H, W))
            size = (size, long) if H <= W else (long, size)
        return resize(image, size, self.antialias)


# --8<-- [end:resize-class]


# --8<-- [start:resize]
def resize(image, size, antialias=True):
    """image (C, H, W) resampled to (C, *size), by torch's interpolate.

    Half-pixel convention: pixel i covers the interval from i to i + 1,
    its centre is i + 1/2, and the outer edges of both images meet. So
    column j of w looks at x = (j + 1/2) W / w - 1/2, and lies there
    linearly between its two neighbours; beyond the outer centres the
    outer pixel counts. With antialias, an image that shrinks is averaged
    by a triangle W / w times as wide, as Pillow does, which lets no
    pixel fall between; enlarging is the same with and without. Halves
    are resampled in float32. Raises TypeError for whole numbers.
    """
    import torch

    require_image("resize", image)
    wide = image if image.dtype == torch.float64 else image.float()
    resized = torch.nn.functional.interpolate(
        wide[None],
        size=size,
        mode="bilinear",
        align_corners=False,
        antialias=antialias,
    )
    return resized[0].to(image.dtype)


# --8<-- [end:resize]
