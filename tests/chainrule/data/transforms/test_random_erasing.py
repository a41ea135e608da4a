import numpy as np
import pytest
import torch
from helpers.images import picture, seeded
from scipy import stats

from chainrule.data.transforms import RandomErasing

UNIT = "random-erasing"


@pytest.mark.parametrize("value", [0.0, 0.5, 2, (0.1, 0.2, 0.3), [-1.0]])
def test_only_the_box_changes(agree, value):
    erase, x = RandomErasing(1, value=value), picture().numpy()
    for seed in range(10):
        found, ((top, left, h, w), noise) = erase.sample(picture(), seeded(seed))
        assert noise is None
        oracle = x.copy()
        for i in range(top, top + h):
            for j in range(left, left + w):
                oracle[:, i, j] = value
        agree(UNIT, found, oracle, 0, against="a loop over the pixels")


def test_noise_is_standard_normal_and_in_the_numbers():
    erase, image = (
        RandomErasing(1, scale=(0.5, 0.5), value="random"),
        picture(3, 80, 80),
    )
    found, ((top, left, h, w), noise) = erase.sample(image, seeded())
    assert noise.shape == (3, h, w)
    assert torch.equal(found[:, top : top + h, left : left + w], noise)
    assert stats.kstest(noise.flatten().numpy(), "norm").pvalue > 0.01
    found = erase.apply(image.double(), ((top, left, h, w), noise))
    assert torch.equal(found[:, top : top + h, left : left + w], noise.double())


@pytest.mark.parametrize("p", [0.0, 0.4, 1.0])
def test_as_often_as_said(p):
    rng, erase = seeded(), RandomErasing(p)
    image = picture(1, 50, 50)
    often = sum(erase.draw(image, rng) is not None for _ in range(1500))
    assert stats.binomtest(often, 1500, p).pvalue > 0.01


def test_boxes_by_their_law():
    H, W, rng = 4000, 3000, seeded()
    image = torch.zeros(()).expand(1, H, W)
    erase = RandomErasing(1, scale=(0.05, 0.2), ratio=(0.5, 1.5))
    boxes = np.array([erase.draw(image, rng)[0] for _ in range(2000)])
    top, left, h, w = boxes.T
    for found, law in (
        (h * w / (H * W), stats.uniform(0.05, 0.15)),
        (np.log(h / w), stats.uniform(np.log(0.5), np.log(3))),
        (top / (H - h), stats.uniform(0, 1)),
        (left / (W - w), stats.uniform(0, 1)),
    ):
        assert stats.kstest(found, law.cdf).pvalue > 0.01


def test_where_no_rectangle_fits_nothing_is_erased():
    """A single row has none that leaves a row; nor has all of the area."""
    image = picture(3, 1, 50)
    found, numbers = RandomErasing(1).sample(image, seeded())
    assert numbers is None
    assert found is image
    assert RandomErasing(1, (1, 1), (1, 1)).draw(picture(1, 9, 9), seeded()) is None


def test_all_places_are_reached():
    rng, erase = seeded(), RandomErasing(1, (0.25, 0.25), (1, 1))
    boxes = {erase.draw(picture(1, 4, 4), rng)[0] for _ in range(300)}
    assert boxes == {(i, j, 2, 2) for i in range(3) for j in range(3)}
