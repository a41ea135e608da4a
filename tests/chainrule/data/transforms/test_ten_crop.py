import numpy as np
import pytest
import torch
from helpers.images import picture

from chainrule.data.transforms import FiveCrop, TenCrop


@pytest.mark.parametrize("vertical", [False, True])
@pytest.mark.parametrize(
    ("shape", "size"), [((3, 11, 14), (4, 6)), ((1, 8, 8), 5), ((2, 4, 9), (4, 2))]
)
def test_five_of_both(agree, shape, size, vertical):
    image = picture(*shape)
    mirrored = np.flip(image.numpy(), 1 if vertical else 2).copy()
    oracle = FiveCrop(size)(image) + FiveCrop(size)(torch.from_numpy(mirrored))
    found = TenCrop(size, vertical_flip=vertical)(image)
    assert isinstance(found, tuple)
    agree(
        "multi-crop-test-average",
        torch.stack(found),
        torch.stack(oracle),
        0,
        against="five crops, and five of numpy.flip",
    )
