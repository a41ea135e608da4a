import numpy as np
import pytest

from chainrule.scratch.nn.conv.checks import pair, pictures


def test_pairs():
    assert pair("stride", 2) == (2, 2)
    assert pair("stride", [1, np.int64(3)]) == (1, 3)
    with pytest.raises(ValueError, match=r"padding must be .* of 0 or more, got -1"):
        pair("padding", -1, 0)


def test_pictures():
    assert pictures(np.zeros((0, 2, 1, 3), np.uint8), 2).dtype == np.float64
    assert pictures(np.zeros((1, 2, 1, 3), np.float32)).dtype == np.float32
    for shape, channels, want in (((2, 3), None, "C"), ((1, 3, 2, 2), 2, "2")):
        with pytest.raises(ValueError, match=rf"x must be \(N, {want}, H, W\), got"):
            pictures(np.zeros(shape), channels)
    with pytest.raises(TypeError, match="masked"):
        pictures(np.ma.masked_equal(np.zeros((1, 1, 2, 2)), 0))
