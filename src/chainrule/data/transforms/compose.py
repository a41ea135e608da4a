"""Transforms one after the other."""

# --8<-- [start:compose]
from chainrule.data.transforms.base import Transform


class Compose(Transform):
    """Each transform on what the one before it gave, as in torchvision.

    A plain function of an image may stand among them; it draws None.
    The numbers are a list, one entry a transform. Since shapes change
    on the way, draw has to apply them, too: sample gives both at once.
    Raises ValueError for no transforms and for other than as many
    numbers, TypeError for what cannot be called.
    """

    def __init__(self, transforms):
        self.transforms = [*transforms]
        if not self.transforms:
            raise ValueError("Compose: at least one transform, got none")
        for transform in self.transforms:
            if not callable(transform):
                raise TypeError(f"Compose: {transform!r} cannot be called")

    def sample(self, image, generator=None):
        numbers = []
        for transform in self.transforms:
            if isinstance(transform, Transform):
                image, drawn = transform.sample(image, generator)
            else:
                image, drawn = transform(image), None
            numbers.append(drawn)
        return image, numbers

    # --8<-- [end:compose]

    # --8<-- [start:replay]
    def draw(self, image, generator=None):
        return self.sample(image, generator)[1]

    def apply(self, image, numbers):
        if len(numbers) != len(self.transforms):
            raise ValueError(
                f"Compose: {len(numbers)} entries of numbers for "
                f"{len(self.transforms)} transforms"
            )
        for transform, drawn in zip(self.transforms, numbers, strict=True):
            if isinstance(transform, Transform):
                image = transform.apply(image, drawn)
            else:
                image = transform(image)
        return image

    # --8<-- [end:replay]
