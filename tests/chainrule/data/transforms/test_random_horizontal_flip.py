import numpy as np
import pytest
import torch
from helpers.images import picture, seeded
from scipy import stats

from chainrule.data.transforms import RandomHorizontalFlip

UNIT = "random-flip"


@pytest.mark.parametrize("shape", [(3, 5, 8), (1, 4, 7), (2, 6, 1)])
@pytest.mark.parametrize("flip", [True, False])
def test_is_numpy_s(agree, shape, flip):
    image = picture(*shape)
    oracle = np.flip(image.numpy(), -1) if flip else image.numpy()
    found = RandomHorizontalFlip(float(flip))(image)
    agree(UNIT, found, oracle, 0, against="numpy.flip")
    found = RandomHorizontalFlip().apply(image, flip)
    agree(UNIT, found, oracle, 0, against="numpy.flip")


def test_twice_is_nothing():
    flip = RandomHorizontalFlip(1)
    assert torch.equal(flip(flip(picture())), picture())


@pytest.mark.parametrize("p", [0.2, 0.5])
def test_as_often_as_said(p):
    rng, flip = seeded(), RandomHorizontalFlip(p)
    often = sum(flip.draw(picture(), rng) for _ in range(3000))
    assert stats.binomtest(often, 3000, p).pvalue > 0.01
