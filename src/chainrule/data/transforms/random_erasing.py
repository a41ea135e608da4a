"""A random rectangle without the picture."""

# --8<-- [start:random-erasing]
from chainrule.data.transforms.arguments import (
    interval,
    per_channel,
    positive_ratio,
    probability,
)
from chainrule.data.transforms.base import (
    Transform,
    below,
    crop,
    happens,
    sides,
)
from chainrule.data.transforms.checks import require_image


class RandomErasing(Transform):
    """With probability p, a rectangle is overwritten by value.

    value is a number, one a channel, or "random": standard normal noise.
    The share of the area is uniform in scale. Zhong et al.
    (arXiv:1708.04896) draw height / width uniformly, torchvision, and
    so this, its logarithm. A rectangle must leave a row and a column of
    the image; if none of ten does, nothing is erased. The numbers are
    (box, noise), noise (C, height, width) or None, or else None: nothing
    erased. They are torchvision's from the same seed. Raises ValueError
    for p or scale outside [0, 1], a ratio that is not positive and other
    values.
    """

    def __init__(self, p=0.5, scale=(0.02, 0.33), ratio=(0.3, 3.3), value=0.0):
        self.p = probability(self, p)
        self.scale = interval(self, "scale", scale, low=0, high=1)
        self.ratio = positive_ratio(self, ratio)
        self.value = value
        if isinstance(value, str) and value != "random":
            raise ValueError(
                "RandomErasing: value must be 'random', a number or one a "
                f"channel, got {value!r}"
            )

    # --8<-- [end:random-erasing]

    # --8<-- [start:draw-erasing]
    def draw(self, image, generator=None):
        C, H, W = require_image(self, image)
        if not happens(self.p, generator):
            return None
        for h, w in sides(H * W, self.scale, self.ratio, generator):
            if h < H and w < W:
                noise = self.noise(C, h, w, generator)
                top = below(H - h + 1, generator)
                return (top, below(W - w + 1, generator), h, w), noise
        return None

    def noise(self, C, h, w, generator):
        import torch

        if isinstance(self.value, str):
            return torch.empty(C, h, w).normal_(generator=generator)
        return None

    def apply(self, image, numbers):
        require_image(self, image)
        if numbers is None:
            return image
        box, value = numbers
        if value is None:
            value = per_channel(self, "value", self.value, image)
        erased = image.clone()
        crop(self, erased, box)[:] = value.to(image)
        return erased

    # --8<-- [end:draw-erasing]
