"""Brightness, contrast and colours changed at random."""

# --8<-- [start:color-jitter]
import math

from chainrule.data.transforms.arguments import around, interval, real
from chainrule.data.transforms.base import Transform, uniform
from chainrule.data.transforms.checks import require_colors, require_image
from chainrule.data.transforms.colors import ADJUST


class ColorJitter(Transform):
    """Four changes of an image in [0, 1], in random order.

    A number d is the interval (max(0, 1 - d), 1 + d) of the factor,
    for hue (-d, d), and None, or 0, no change; or give (low, high). The
    numbers are pairs (name, factor) in their order, those of torchvision
    from the same seed. Raises ValueError for negative factors, hues
    beyond 0.5, other than 1 or 3 channels, and pixels that are not in
    [0, 1], which torchvision clips: jitter before you normalize.
    """

    def __init__(
        self, brightness=None, contrast=None, saturation=None, hue=None
    ):
        self.brightness = factors(self, "brightness", brightness)
        self.contrast = factors(self, "contrast", contrast)
        self.saturation = factors(self, "saturation", saturation)
        self.hue = factors(self, "hue", hue, neutral=0, low=-0.5, high=0.5)

    # --8<-- [end:color-jitter]

    # --8<-- [start:draw-jitter]
    def draw(self, image, generator=None):
        import torch

        require_image(self, image)
        order = torch.randperm(4, generator=generator).tolist()
        drawn = [
            (name, uniform(ends, generator))
            if (ends := getattr(self, name))
            else None
            for name in ADJUST
        ]
        return [drawn[k] for k in order if drawn[k]]

    def apply(self, image, numbers):
        require_colors(self, image)
        for name, factor in numbers:
            image = ADJUST[name](image, factor)
        return image

    # --8<-- [end:draw-jitter]


# --8<-- [start:factors]
def factors(jitter, name, given, neutral=1, low=0, high=math.inf):
    """The interval that a factor comes from; None if it changes nothing."""
    if given is None:
        return None
    ends = around(jitter, name, neutral, given)
    if real(given) and neutral:
        ends = max(0, ends[0]), ends[1]
    ends = interval(jitter, name, ends, low, high)
    return None if ends == (neutral, neutral) else ends


# --8<-- [end:factors]
