"""An exercise asks the same each time, and knows how it is called."""

import numpy as np
from helpers.checks import HALF


def test_the_same_inputs_each_time():
    first, second = HALF.cases(), HALF.cases()
    assert len(first) == 2
    for one, other in zip(first, second, strict=True):
        assert list(one) == ["x", "y"]
        np.testing.assert_array_equal(one["x"], other["x"])


def test_signature():
    assert HALF.signature("half") == "half(x, y)"
