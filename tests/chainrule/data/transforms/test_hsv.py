import colorsys
from itertools import product

import numpy as np
import pytest
import torch
from helpers.images import picture

from chainrule.data.transforms import hsv_to_rgb, rgb_to_hsv

UNIT = "color-jitter"
CORNERS = torch.tensor([*product([0, 0.25, 0.5, 1.0], repeat=3)], dtype=torch.float64)


@pytest.mark.parametrize(
    "image",
    [picture(3, 20, 30, dtype=torch.float64), CORNERS.T.reshape(3, 8, 8)],
    ids=["random", "corners"],
)
def test_is_colorsys(agree, image):
    pixels = image.flatten(1).T.tolist()
    for ours, oracle in (
        (rgb_to_hsv, colorsys.rgb_to_hsv),
        (hsv_to_rgb, colorsys.hsv_to_rgb),
    ):
        agree(
            UNIT,
            ours(image).flatten(1).T,
            np.array([oracle(*pixel) for pixel in pixels]),
            1e-13,
            against=f"colorsys.{oracle.__name__}",
            atol=1e-15,
        )


def test_there_and_back():
    image = picture(3, 20, 30, dtype=torch.float64)
    assert (hsv_to_rgb(rgb_to_hsv(image)) - image).abs().max() < 1e-14


def test_the_hue_goes_round():
    image = picture(3, 5, 5, dtype=torch.float64)
    for turns in (-1, 1, 2):
        hue, saturation, value = image
        moved = hsv_to_rgb([hue + turns, saturation, value])
        assert (moved - hsv_to_rgb(image)).abs().max() < 1e-14
