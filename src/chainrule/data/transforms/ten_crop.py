"""Five crops, and those of the mirrored image."""

# --8<-- [start:ten-crop]
from chainrule.data.transforms.arguments import pair
from chainrule.data.transforms.base import Transform
from chainrule.data.transforms.five_crop import FiveCrop


class TenCrop(Transform):
    """FiveCrop of the image, then of its mirror image: a tuple of ten.

    vertical_flip exchanges top and bottom instead of left and right.
    Raises ValueError for a crop that is larger than the image.
    """

    def __init__(self, size, vertical_flip=False):
        self.size, self.vertical_flip = pair(self, size), vertical_flip

    def apply(self, image, numbers=None):
        five = FiveCrop(self.size)
        crops = five.apply(image)
        return crops + five.apply(image.flip(-2 if self.vertical_flip else -1))


# --8<-- [end:ten-crop]
