"""Four corners and the middle."""

# --8<-- [start:five-crop]
from chainrule.data.transforms.arguments import pair
from chainrule.data.transforms.base import Transform, crop
from chainrule.data.transforms.center_crop import CenterCrop
from chainrule.data.transforms.checks import require_fits, require_image


class FiveCrop(Transform):
    """A tuple of five views: the corners, and last the middle.

    In torchvision's order: top left, top right, bottom left, bottom
    right, centre. torch.stack makes a batch (5, C, h, w) of them, over
    whose outputs one averages. Raises ValueError for a crop that is
    larger than the image.
    """

    def __init__(self, size):
        self.size = pair(self, size)

    def apply(self, image, numbers=None):
        require_image(self, image)
        require_fits(self, image, self.size)
        (H, W), (h, w) = image.shape[-2:], self.size
        corners = ((i, j) for i in (0, H - h) for j in (0, W - w))
        views = [crop(self, image, (i, j, h, w)) for i, j in corners]
        return (*views, CenterCrop(self.size).apply(image))


# --8<-- [end:five-crop]
