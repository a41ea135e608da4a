"""An image turned by a random angle."""

# --8<-- [start:random-rotation]
import math

from chainrule.data.transforms.arguments import (
    around,
    interval,
    one_of,
    per_channel,
)
from chainrule.data.transforms.base import Transform, uniform
from chainrule.data.transforms.checks import require_image


class RandomRotation(Transform):
    """Turned about its middle by an angle from degrees = (low, high).

    One number d is (-d, d). The angle, its number, is in degrees and
    counterclockwise. The size stays; corners that come from outside are
    fill, a number or one a channel. interpolation is "nearest", which is
    torchvision's default, or "bilinear". Raises ValueError for a
    negative d, low > high, and other interpolations. torchvision's
    expand and center are left out.
    """

    def __init__(self, degrees, interpolation="nearest", fill=0.0):
        degrees = around(self, "degrees", 0, degrees)
        self.degrees = interval(self, "degrees", degrees)
        self.interpolation = one_of(
            self, "interpolation", interpolation, ("nearest", "bilinear")
        )
        self.fill = fill

    def draw(self, image, generator=None):
        require_image(self, image)
        return uniform(self.degrees, generator)

    def apply(self, image, angle):
        require_image(self, image)
        fill = per_channel(self, "fill", self.fill, image)
        return rotate(image, angle, self.interpolation, fill)


# --8<-- [end:random-rotation]


# --8<-- [start:rotate]
def rotate(image, angle, interpolation="nearest", fill=0.0):
    """image (C, H, W) turned counterclockwise by angle degrees.

    Each pixel of the result asks where it came from: (x, y) from its
    middle, y downwards, is turned back by the angle, and torch's
    grid_sample reads the image there; its coordinates are -1 and 1 at
    the image's outer edges. Outside are pixels of fill, between which
    and the image "bilinear" interpolates, too. Multiples of 90 degrees
    that keep the size only move pixels. torchvision multiplies what lies
    at the edge by its share inside twice, which makes it darker. Raises
    TypeError for whole numbers, ValueError for an infinite angle.
    """
    import torch

    require_image("rotate", image)
    if not math.isfinite(angle):
        raise ValueError(f"rotate: the angle must be finite, got {angle}")
    H, W = image.shape[-2:]
    if angle % 180 == 0 or (angle % 90 == 0 and H == W):
        return image.rot90(int(angle // 90) % 4, (-2, -1))
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    wide = image if image.dtype == torch.float64 else image.float()
    like = {"dtype": wide.dtype, "device": image.device}
    x = torch.arange(W, **like) - (W - 1) / 2
    y = torch.arange(H, **like)[:, None] - (H - 1) / 2
    columns, rows = x * cos - y * sin, x * sin + y * cos
    grid = torch.stack([columns / (W / 2), rows / (H / 2)], -1)
    # Outside, grid_sample reads zeros: the zero is moved to fill.
    turned = torch.nn.functional.grid_sample(
        (wide - fill)[None], grid[None], interpolation, align_corners=False
    )[0]
    return (turned + fill).to(image.dtype)


# --8<-- [end:rotate]
