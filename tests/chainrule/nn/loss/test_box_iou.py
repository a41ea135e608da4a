import numpy as np
import pytest
import torch

from chainrule.nn import generalized_box_iou

UNIT = "object-detection-as-seq2seq"


def whole_boxes(n, seed, size=9):
    """Boxes between whole numbers."""
    rng = np.random.default_rng(seed)
    low = rng.integers(0, size, (n, 2))
    return np.concatenate([low, low + rng.integers(1, 5, (n, 2))], axis=1)


def pixels(box):
    left, top, right, bottom = box
    return {(x, y) for x in range(left, right) for y in range(top, bottom)}


def by_counting(a, b):
    """Pixels of both, of either, and of the smallest box around them."""
    both, either = pixels(a) & pixels(b), pixels(a) | pixels(b)
    xs, ys = zip(*either, strict=True)
    around = (max(xs) - min(xs) + 1) * (max(ys) - min(ys) + 1)
    return len(both) / len(either) - (around - len(either)) / around


def test_pixels_counted(agree):
    one, two = whole_boxes(12, 0), whole_boxes(15, 1)
    found = generalized_box_iou(torch.tensor(one).double(), torch.tensor(two).double())
    oracle = [[by_counting(a, b) for b in two] for a in one]
    agree(UNIT, found, oracle, 1e-14, atol=1e-16, against="pixels counted")
    assert (found < 0).any()  # boxes apart
    assert (found > 0.2).any()


def test_the_same_box_and_one_far_away():
    box = torch.tensor([[0.0, 0.0, 1.0, 1.0]])
    assert generalized_box_iou(box, box).item() == 1
    assert generalized_box_iou(box, box + 1e6).item() == pytest.approx(-1, abs=1e-5)


def test_what_is_refused():
    good = torch.tensor([[0.0, 0.0, 1.0, 1.0]])
    with pytest.raises(ValueError, match=r"must be \(N, 4\), got \(4,\)"):
        generalized_box_iou(good, good[0])
    with pytest.raises(ValueError, match=r"must be \(left, top, right, bottom\)"):
        generalized_box_iou(good[:, [2, 1, 0, 3]], good)
