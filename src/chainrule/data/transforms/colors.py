"""Brightness, contrast, saturation and hue of an image in [0, 1].

The image is (1, H, W) or (3, H, W) of floats, and so is the result. Raises
TypeError for whole numbers, whose white would be 255, and ValueError for
other shapes.
"""

# --8<-- [start:colors]
from chainrule.data.transforms.checks import require_channels
from chainrule.data.transforms.hsv import hsv_to_rgb, rgb_to_hsv


def grey(image):
    """Luma (1, H, W) of red, green and blue, by ITU-R BT.601, as Pillow.

    torchvision's weight of red is 0.2989, which makes white 0.9999.
    """
    if len(image) == 1:
        return image
    r, g, b = image
    return r.mul(0.299).add_(g, alpha=0.587).add_(b, alpha=0.114)[None]


def blend(image, other, factor):
    """other at factor 0, image at 1, beyond it above 1; cut to [0, 1]."""
    return image.mul(factor).add_(other, alpha=1 - factor).clamp_(0, 1)


# --8<-- [end:colors]


# --8<-- [start:adjust]
def adjust_brightness(image, factor):
    """From black (0) to image (1) and beyond."""
    require_channels("adjust_brightness", image)
    return blend(image, 0, factor)


def adjust_contrast(image, factor):
    """From an even grey, the mean of grey(image), to image and beyond."""
    require_channels("adjust_contrast", image)
    return blend(image, grey(image).mean(), factor)


def adjust_saturation(image, factor):
    """From grey(image) to image and beyond."""
    require_channels("adjust_saturation", image)
    return blend(image, grey(image), factor)


def adjust_hue(image, factor):
    """All hues moved on by factor of their circle, -0.5 to 0.5."""
    require_channels("adjust_hue", image)
    if len(image) == 1:
        return image
    hue, saturation, value = rgb_to_hsv(image)
    return hsv_to_rgb([(hue + factor) % 1, saturation, value]).clamp(0, 1)


ADJUST = {
    "brightness": adjust_brightness,
    "contrast": adjust_contrast,
    "saturation": adjust_saturation,
    "hue": adjust_hue,
}
# --8<-- [end:adjust]
