"""Hue, saturation and value, and back."""


# --8<-- [start:hsv]
def rgb_to_hsv(image):
    """(3, H, W) in [0, 1]: hue in [0, 1), saturation and value.

    The value is the largest of red, green and blue, the saturation how
    far the smallest lies below it, as a share; the hue goes around from
    red (0) over green (1/3) and blue (2/3), and is 0 for greys. As
    Python's colorsys, for all pixels at once.
    """
    import torch

    r, g, b = image
    low, high = image.amin(0), image.amax(0)
    spread = high - low
    grey = spread == 0
    saturation = spread / torch.where(grey, 1, high)
    spread = torch.where(grey, 1, spread)
    hue = torch.where(high == g, 2 + (b - r) / spread, 4 + (r - g) / spread)
    hue = torch.where(high == r, (g - b) / spread, hue)
    return torch.stack([(hue / 6) % 1, saturation, high])


def hsv_to_rgb(image):
    """The inverse of rgb_to_hsv.

    Around the circle of hues, each colour falls from value to
    value * (1 - saturation) and rises again, in straight lines, two
    sixths later than the one before it.
    """
    import torch

    hue, saturation, value = image
    sixths = torch.tensor([5, 3, 1], dtype=hue.dtype, device=hue.device)
    k = (sixths[:, None, None] + 6 * hue) % 6
    depth = torch.minimum(k, 4 - k).clamp(0, 1)
    return value - value * saturation * depth


# --8<-- [end:hsv]
