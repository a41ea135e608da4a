import colorsys

import numpy as np
import pytest
import torch
from helpers.images import picture
from PIL import Image, ImageEnhance

from chainrule.data import transforms as T
from chainrule.data.transforms.colors import grey

UNIT = "color-jitter"
FACTORS = [0, 0.3, 1, 1.7, 4]
LUMA = np.array([0.299, 0.587, 0.114])
ENHANCE = [
    (T.adjust_brightness, ImageEnhance.Brightness),
    (T.adjust_contrast, ImageEnhance.Contrast),
    (T.adjust_saturation, ImageEnhance.Color),
]


def closed_form(x, name, factor):
    y = np.tensordot(LUMA, x, 1) if len(x) == 3 else x[0]
    other = {"brightness": 0, "contrast": y.mean(), "saturation": y}[name]
    return np.clip(other + factor * (x - other), 0, 1)


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize("name", ["brightness", "contrast", "saturation"])
@pytest.mark.parametrize("channels", [1, 3])
def test_closed_form(agree, name, factor, channels):
    image = picture(channels, 9, 7, dtype=torch.float64)
    agree(
        UNIT,
        getattr(T, f"adjust_{name}")(image, factor),
        closed_form(image.numpy(), name, factor),
        1e-13,
        against="the formula in NumPy",
        atol=1e-15,
    )


@pytest.mark.parametrize("factor", FACTORS)
@pytest.mark.parametrize(("adjust", "theirs"), ENHANCE)
def test_is_pillow_s_but_for_its_eight_bits(adjust, theirs, factor):
    """Pillow rounds the grey, and cuts the result: factor + 1 levels at most."""
    bytes_ = (picture(3, 20, 30) * 255).round().byte()
    pixels = Image.fromarray(bytes_.permute(1, 2, 0).numpy())
    oracle = np.asarray(theirs(pixels).enhance(factor)).transpose(2, 0, 1)
    found = adjust(bytes_ / 255, factor) * 255
    assert np.abs(found.numpy() - oracle).max() <= 1 + abs(1 - factor) + 1e-3


@pytest.mark.parametrize("factor", [-0.5, -0.2, 0, 0.1, 0.5])
def test_hue_is_colorsys(agree, factor):
    image = picture(3, 12, 9, dtype=torch.float64)
    oracle = []
    for pixel in image.flatten(1).T.tolist():
        hue, saturation, value = colorsys.rgb_to_hsv(*pixel)
        oracle.append(colorsys.hsv_to_rgb((hue + factor) % 1, saturation, value))
    agree(
        UNIT,
        T.adjust_hue(image, factor).flatten(1).T,
        oracle,
        1e-13,
        against="colorsys",
        atol=2e-15,
    )


def test_a_third_of_the_circle_exchanges_the_channels():
    image = picture(dtype=torch.float64)
    found = T.adjust_hue(image, 1 / 3)  # red becomes green
    assert (found - image.roll(1, 0)).abs().max() < 1e-14


def test_factor_one_is_the_identity():
    image = picture()
    for name in ("brightness", "contrast", "saturation"):
        assert torch.equal(getattr(T, f"adjust_{name}")(image, 1), image)
    assert (T.adjust_hue(image, 0) - image).abs().max() < 1e-6


def test_grey_images_have_no_colour():
    """Neither saturation nor hue changes them, of one channel or of three."""
    for image in (picture(1, 5, 6), picture(1, 5, 6).expand(3, 5, 6)):
        assert (T.adjust_saturation(image, 0.2) - image).abs().max() < 2e-7
        assert torch.equal(T.adjust_hue(image, 0.3), image)
        assert (grey(image) - image[:1]).abs().max() < 2e-7
