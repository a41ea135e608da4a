import numpy as np
import pytest
import torch
from helpers.images import picture
from PIL import Image

from chainrule.data.transforms import Resize, resize

UNIT = "test-time-resize-center-crop"
SIZES = [(5, 7), (22, 28), (11, 14), (1, 1), (30, 4), (6, 33), (10, 13)]


def half_pixel(n, m):
    """(m, n): each of m new pixels as weights of n old ones, by definition."""
    weights = np.zeros((m, n))
    for j in range(m):
        x = (j + 0.5) * n / m - 0.5
        k = int(np.floor(x))
        for i, weight in ((k, 1 - (x - k)), (k + 1, x - k)):
            weights[j, min(max(i, 0), n - 1)] += weight
    return weights


def by_pillow(image, size, interpolation=Image.Resampling.BILINEAR):
    h, w = size
    channels = [Image.fromarray(c.float().numpy()) for c in image]
    return np.stack([np.asarray(c.resize((w, h), interpolation)) for c in channels])


@pytest.mark.parametrize("size", SIZES)
def test_half_pixel_convention(agree, size):
    image = picture(dtype=torch.float64)
    A, B = (half_pixel(*n) for n in zip(image.shape[1:], size, strict=True))
    agree(
        UNIT,
        Resize(size, antialias=False)(image),
        A @ image.numpy() @ B.T,
        1e-13,
        against="the weights by definition",
    )


@pytest.mark.parametrize("size", SIZES)
def test_antialiased_is_pillow_s(agree, size):
    image = picture()
    agree(
        UNIT,
        Resize(size)(image),
        by_pillow(image, size),
        2e-6,
        against="PIL.Image.resize",
        atol=5e-7,
    )


@pytest.mark.parametrize("size", [(22, 28), (11, 14), (12, 40)])
def test_enlarging_knows_no_antialias(size):
    image = picture(dtype=torch.float64)
    far = (resize(image, size, True) - resize(image, size, False)).abs().max()
    assert far < 1e-14


def test_antialias_keeps_the_mean_and_plain_does_not():
    """A pattern of single columns: every fourth pixel alone sees one of them."""
    stripes = torch.zeros(1, 16, 64)
    stripes[:, :, ::4] = 1
    fine = Resize((16, 8))(stripes)[0, :, 1:-1]
    rough = Resize((16, 8), antialias=False)(stripes)
    assert (fine - 0.25).abs().max() < 0.02
    assert rough.std() < 1e-6
    assert rough.mean().item() == pytest.approx(0.5)  # 3.5, 11.5, …: one of each two


def test_a_straight_line_stays_straight():
    """Except within half a pixel of the edge: it is where the convention shows."""
    ramp = (torch.arange(8.0) + 0.5).expand(1, 3, 8)
    found = Resize((3, 16), antialias=False)(ramp)[0, 0]
    oracle = (torch.arange(16.0) + 0.5) / 2
    assert torch.equal(found[1:-1], oracle[1:-1])
    assert found[[0, -1]].tolist() == [0.5, 7.5]


@pytest.mark.parametrize(
    ("H", "W", "size", "found"),
    [
        (10, 20, 5, (5, 10)),
        (20, 10, 5, (10, 5)),
        (7, 7, 3, (3, 3)),
        (11, 14, 5, (5, 6)),  # 6.36, rounded down
        (14, 11, 25, (31, 25)),  # 31.8
        (4, 9, 4, (4, 9)),
    ],
)
def test_one_number_is_the_shorter_side(H, W, size, found):
    assert Resize(size)(picture(1, H, W)).shape == (1, *found)


def test_same_size_is_the_identity():
    for antialias in (False, True):
        assert torch.equal(Resize((11, 14), antialias)(picture()), picture())
