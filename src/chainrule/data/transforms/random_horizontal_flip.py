"""Left and right exchanged at random."""

# --8<-- [start:random-horizontal-flip]
from chainrule.data.transforms.arguments import probability
from chainrule.data.transforms.base import Transform, happens
from chainrule.data.transforms.checks import require_image


class RandomHorizontalFlip(Transform):
    """The image mirrored with probability p; its number is whether.

    Raises ValueError for p outside [0, 1].
    """

    def __init__(self, p=0.5):
        self.p = probability(self, p)

    def draw(self, image, generator=None):
        require_image(self, image)
        return happens(self.p, generator)

    def apply(self, image, flip):
        require_image(self, image)
        return image.flip(-1) if flip else image


# --8<-- [end:random-horizontal-flip]
