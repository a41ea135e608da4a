"""Channels brought to mean 0 and standard deviation 1."""

# --8<-- [start:normalize]
import numpy as np

from chainrule.data.transforms.arguments import per_channel
from chainrule.data.transforms.base import Transform
from chainrule.data.transforms.checks import require_image


class Normalize(Transform):
    """(x - mean) / std, with one mean and std a channel, or for all.

    Both are measured beforehand, on the training images alone. Raises
    ValueError for a std that is not positive and for other than one or
    C numbers.
    """

    def __init__(self, mean, std):
        self.mean, self.std = mean, std
        if not (np.asarray(std) > 0).all():
            raise ValueError(f"Normalize: std must be positive, got {std}")

    def apply(self, image, numbers=None):
        require_image(self, image)
        mean = per_channel(self, "mean", self.mean, image)
        std = per_channel(self, "std", self.std, image)
        return (image - mean).div_(std)


# --8<-- [end:normalize]
