import numpy as np
import pytest
import torch
from helpers.images import picture

from chainrule.data.transforms import CenterCrop, FiveCrop

UNIT = "multi-crop-test-average"


@pytest.mark.parametrize(
    ("shape", "size"), [((3, 11, 14), (4, 6)), ((1, 8, 8), 5), ((2, 5, 9), (5, 9))]
)
def test_corners_and_middle(agree, shape, size):
    image = picture(*shape)
    x = image.numpy()
    h, w = size if isinstance(size, tuple) else (size, size)
    oracle = [
        x[:, :h, :w],
        np.flip(np.flip(x, 2)[:, :h, :w], 2),
        np.flip(np.flip(x, 1)[:, :h, :w], 1),
        np.flip(np.flip(x, (1, 2))[:, :h, :w], (1, 2)),
        CenterCrop(size)(image).numpy(),
    ]
    found = FiveCrop(size)(image)
    assert isinstance(found, tuple)
    agree(UNIT, torch.stack(found), oracle, 0, against="corners of flipped images")


def test_mean_of_one_crop_is_that_crop():
    """A crop of the whole image five times: averaging changes nothing."""
    image = picture()
    outputs = torch.stack(FiveCrop((11, 14))(image)).mean((1, 2, 3))
    assert (outputs - image.mean()).abs().max() == 0
