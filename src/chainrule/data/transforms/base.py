"""What all transforms of one image share."""

# --8<-- [start:transform]
import math

from chainrule.data.transforms.checks import require_box, require_image


class Transform:
    """A change of an image (C, H, W) in two halves: draw, then apply.

    draw(image, generator) gives the numbers that chance decides and
    looks at no more of the image than its shape; apply(image, numbers)
    is a function of both, so that a sample is replayed by its numbers.
    Those of a transform without chance are None. generator is a
    torch.Generator on the CPU; None is torch's global one, which
    DataLoader seeds in each of its workers. The image is a tensor of
    floats and stays as it was; the result may be a view of it, or the
    image itself. Raises TypeError for anything but a tensor of floats
    and ValueError for other than three axes, with what was given.
    """

    def draw(self, image, generator=None):
        require_image(self, image)

    def apply(self, image, numbers):
        raise NotImplementedError

    def sample(self, image, generator=None):
        """The changed image, and the numbers that replay it."""
        numbers = self.draw(image, generator)
        return self.apply(image, numbers), numbers

    def __call__(self, image, generator=None):
        return self.sample(image, generator)[0]

    def __repr__(self):
        said = ", ".join(f"{k}={v!r}" for k, v in vars(self).items())
        return f"{type(self).__name__}({said})"


# --8<-- [end:transform]


# --8<-- [start:draws]
def uniform(ends, generator):
    """A float between the two ends, the same on every device."""
    import torch

    return torch.empty(1).uniform_(*ends, generator=generator).item()


def below(n, generator):
    """One of 0, …, n - 1."""
    import torch

    return torch.randint(n, (1,), generator=generator).item()


def happens(p, generator):
    """True with probability p."""
    import torch

    return torch.rand(1, generator=generator).item() < p


def sides(area, scale, ratio, generator):
    """Ten pairs (a, b) of whole numbers, drawn one after the other.

    a * b is a share of area that is uniform in scale, and the logarithm
    of a / b is uniform between those of ratio, but for rounding.
    """
    log_ratio = [math.log(r) for r in ratio]
    for _ in range(10):
        part = area * uniform(scale, generator)
        r = math.exp(uniform(log_ratio, generator))
        yield round(math.sqrt(part * r)), round(math.sqrt(part / r))


# --8<-- [end:draws]


# --8<-- [start:crop]
def crop(transform, image, box):
    """A view of the rows and columns of box = (top, left, height, width)."""
    require_box(transform, image, box)
    top, left, height, width = box
    return image[..., top : top + height, left : left + width]


# --8<-- [end:crop]
