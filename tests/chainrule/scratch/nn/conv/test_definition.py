import numpy as np
import pytest
import torch

from chainrule.scratch.nn import conv2d_loops


def test_six_by_six_by_hand(agree):
    """The notes' picture: a filter for a falling diagonal finds it twice."""
    x = np.array(
        [
            [1, 0, 0, 0, 0, 1],
            [0, 1, 0, 0, 1, 0],
            [0, 0, 1, 1, 0, 0],
            [1, 0, 0, 0, 1, 0],
            [0, 1, 0, 0, 1, 0],
            [0, 0, 1, 0, 1, 0],
        ]
    )
    diagonal = np.array([[1, -1, -1], [-1, 1, -1], [-1, -1, 1]])
    y = conv2d_loops(x[None], diagonal[None, None])
    by_hand = [[3, -1, -3, -1], [-3, 1, 0, -3], [-3, -3, 0, 1], [3, -2, -2, -1]]
    assert y[0].tolist() == by_hand
    found = torch.nn.functional.conv2d(
        *(torch.tensor(a)[None, None] for a in (x, diagonal))
    )
    agree("convolution-with-filters", y, found[0], 0, against="torch conv2d")


def test_bytes_do_not_overflow():
    """255 · 2 four times, and not what is left of it in a byte."""
    x, w = np.full((1, 2, 2), 255, np.uint8), np.full((1, 1, 2, 2), 2, np.uint8)
    assert conv2d_loops(x, w).tolist() == [[[2040]]]
    for given in ((np.ma.masked_equal(x, 255), w), (x, np.ma.masked_equal(w, 2))):
        with pytest.raises(TypeError, match="has masked entries"):
            conv2d_loops(*given)


def test_bias_and_stride(agree):
    rng = np.random.default_rng(0)
    x, w, b = (rng.normal(size=s) for s in ((2, 7, 6), (3, 2, 2, 3), (3,)))
    found = torch.nn.functional.conv2d(*map(torch.tensor, (x, w, b)), stride=2)
    y = conv2d_loops(x, w, b, stride=2)
    agree("multi-channel-convolution", y, found, 1e-12, against="torch conv2d")
