"""The middle of an image."""

# --8<-- [start:center-crop]
from chainrule.data.transforms.arguments import pair
from chainrule.data.transforms.base import Transform, crop
from chainrule.data.transforms.checks import require_fits, require_image


class CenterCrop(Transform):
    """The middle size = (h, w) of the image, or (size, size).

    It begins at row round((H - h) / 2), halves to the even number, as
    torchvision's does; columns alike. Raises ValueError for a crop that
    is larger than the image, which torchvision surrounds by zeros.
    """

    def __init__(self, size):
        self.size = pair(self, size)

    def apply(self, image, numbers=None):
        require_image(self, image)
        require_fits(self, image, self.size)
        (H, W), (h, w) = image.shape[-2:], self.size
        return crop(self, image, (round((H - h) / 2), round((W - w) / 2), h, w))


# --8<-- [end:center-crop]
