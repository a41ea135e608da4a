import numpy as np
import pytest
import torch
from helpers.images import picture, seeded
from scipy import stats

from chainrule.data.transforms import CutMix, cutmix
from chainrule.data.transforms.mixing.base import beta

UNIT = "data-augmentation"


@pytest.mark.parametrize(
    "box", [(1, 2, 2, 3), (0, 0, 5, 7), (4, 6, 1, 1), (2, 3, 0, 0)]
)
def test_loops(agree, box):
    x, t = picture(3, 2, 5, 7, dtype=torch.float64), torch.tensor([2, 0, 1])
    top, left, h, w = box
    pixels, rows = x.numpy().copy(), np.zeros((3, 3))
    for n in range(3):
        for i in range(5):
            for j in range(7):
                if top <= i < top + h and left <= j < left + w:
                    pixels[n, :, i, j] = x[n - 1, :, i, j]
                    rows[n, t[n - 1]] += 1 / 35
                else:
                    rows[n, t[n]] += 1 / 35
    found = CutMix(num_classes=3).apply(x, t, box)
    for ours, oracle in zip(found, (pixels, rows), strict=True):
        agree(UNIT, ours, oracle, 1e-14, against="a loop over the pixels")


def test_boxes_by_their_law():
    """Where they do not reach the edge: the square root of a uniform share."""
    H, W, rng = 900, 600, seeded()
    x = torch.zeros(()).expand(2, 1, H, W)
    boxes = np.array([CutMix().draw(x, rng) for _ in range(4000)])
    top, left, h, w = boxes.T
    assert (boxes >= 0).all()
    assert ((top + h <= H) & (left + w <= W)).all()
    inside = (top > 0) & (left > 0) & (top + h < H) & (left + w < W)
    assert inside.sum() > 500
    assert np.abs(h / H - w / W)[inside].max() < 2 / W + 2 / H
    # the middle lies in [r/2, 1 - r/2] twice: density of r is 2 r (1 - r)^2, normed
    law = stats.beta(2, 3).cdf
    assert stats.kstest((w / W)[inside], law).pvalue > 0.01


def test_the_area_is_what_lam_leaves():
    H, W, inside = 900, 600, 0
    x = torch.zeros(()).expand(2, 1, H, W)
    for seed in range(200):
        top, left, h, w = CutMix(0.5).draw(x, seeded(seed))
        if top > 0 and left > 0 and top + h < H and left + w < W:
            side = (1 - beta(0.5, seeded(seed))) ** 0.5
            assert h == pytest.approx(side * H, abs=2)
            assert w == pytest.approx(side * W, abs=2)
            inside += 1
    assert inside > 20


def test_edges_are_as_likely_as_the_middle():
    """Of a small box: each pixel is its middle as often as another."""
    H, W, rng = 4, 3, seeded()
    mix = CutMix(alpha=0.001)  # lam is almost 0 or 1: a box of all, or of none
    counts = np.zeros((H, W))
    for _ in range(3000):
        top, left, h, w = mix.draw(torch.zeros(2, 1, H, W), rng)
        if h == w == 0:
            counts[top, left] += 1
    assert stats.chisquare(counts.flatten()).pvalue > 0.01


def test_the_box_of_all_is_the_other_image():
    x, t = picture(3, 2, 5, 7), torch.eye(3)
    mixed, targets = cutmix(x, t, (0, 0, 5, 7))
    assert torch.equal(mixed, x.roll(1, 0))
    assert torch.equal(targets, t.roll(1, 0))
