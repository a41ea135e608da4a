import numpy as np
import pytest
import torch
from helpers.images import picture, seeded
from PIL import Image
from scipy import stats

from chainrule.data.transforms import RandomResizedCrop, Resize
from chainrule.data.transforms.random_resized_crop import largest

UNIT = "random-resized-crop"


@pytest.mark.parametrize("size", [(6, 9), 5, (40, 30)])
def test_apply_is_pillow_s_of_that_part(agree, size):
    """Cut, then resampled: no pixel outside of the box counts."""
    h, w = size if isinstance(size, tuple) else (size, size)
    image, cropped = picture(2, 30, 26), RandomResizedCrop(size)
    for seed in range(5):
        found, (top, left, height, width) = cropped.sample(image, seeded(seed))
        x = image[:, top : top + height, left : left + width].numpy()
        oracle = [Image.fromarray(c).resize((w, h), Image.BILINEAR) for c in x]
        agree(
            UNIT,
            found,
            np.stack(oracle),
            1e-5,
            against="PIL.Image.resize",
            atol=2e-6,
        )


def test_all_of_the_image_is_the_identity():
    crop = RandomResizedCrop((12, 12), scale=(1, 1), ratio=(1, 1))
    image = picture(3, 12, 12)
    assert crop.draw(image) == (0, 0, 12, 12)
    assert torch.equal(crop(image), image)
    plain = RandomResizedCrop((5, 7), scale=(1, 1), ratio=(1, 1), antialias=False)
    assert torch.equal(plain(image), Resize((5, 7), antialias=False)(image))


def test_as_wide_or_as_high_as_the_image():
    """Such a part fits, at each place along the other side."""
    crop = RandomResizedCrop(4, scale=(0.5, 0.5), ratio=(1, 1))
    for shape, axis in (((1, 12, 6), 0), ((1, 6, 12), 1)):
        boxes = [crop.draw(picture(*shape), seeded(seed)) for seed in range(60)]
        assert {box[2:] for box in boxes} == {(6, 6)}
        assert {box[axis] for box in boxes} == {*range(7)}


def test_boxes_by_their_law():
    """Areas, ratios and places where all fit: a big image, small parts."""
    H, W, rng = 4000, 3000, seeded()
    image = torch.zeros(()).expand(1, H, W)
    crop = RandomResizedCrop(8, scale=(0.1, 0.3), ratio=(0.5, 1.5))
    boxes = np.array([crop.draw(image, rng) for _ in range(2000)])
    top, left, h, w = boxes.T
    assert (boxes >= 0).all()
    for found, law in (
        (h * w / (H * W), stats.uniform(0.1, 0.2)),
        (np.log(w / h), stats.uniform(np.log(0.5), np.log(3))),
        (top / (H - h), stats.uniform(0, 1)),
        (left / (W - w), stats.uniform(0, 1)),
    ):
        assert stats.kstest(found, law.cdf).pvalue > 0.01


@pytest.mark.parametrize("shape", [(9, 5), (5, 40), (40, 5), (1, 1), (3, 2)])
def test_boxes_lie_in_small_images(shape):
    H, W = shape
    crop = RandomResizedCrop(4)
    seen = set()
    for seed in range(200):
        top, left, h, w = crop.draw(picture(1, H, W), seeded(seed))
        assert 0 <= top <= H - h
        assert 0 <= left <= W - w
        assert h >= 1
        assert w >= 1
        seen |= {("top", top == 0), ("bottom", top + h == H), ("left", left == 0)}
        seen |= {("right", left + w == W)}
    assert all((side, True) in seen for side in ("top", "bottom", "left", "right"))


@pytest.mark.parametrize(
    ("H", "W", "box"),
    [
        (10, 100, (0, 43, 10, 13)),  # too wide: 10 * 4/3
        (100, 10, (43, 0, 13, 10)),  # too narrow: 10 / (3/4)
        (10, 12, (0, 0, 10, 12)),
        (10, 1, (4, 0, 1, 1)),
    ],
)
def test_where_no_part_fits(H, W, box):
    assert largest(H, W, 3 / 4, 4 / 3) == box
    if max(H, W) == 100:  # no part of all of the area has such a shape
        whole = RandomResizedCrop(4, scale=(1, 1))
        assert whole.draw(picture(1, H, W), seeded()) == box


def test_no_fallback_of_no_pixels():
    assert largest(1, 50, 0.01, 0.2) == (0, 24, 1, 1)
    assert largest(50, 1, 5, 9) == (24, 0, 1, 1)
