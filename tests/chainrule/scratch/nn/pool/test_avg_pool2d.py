import itertools

import numpy as np
import pytest
import torch
from helpers.windows import both_ways, pictures

from chainrule.scratch import nn

UNIT = "average-and-min-pooling"
SIZES = [*itertools.product((2, 3, (3, 2)), (None, 1, 3), (0, 1))]
FLAGS = [*itertools.product((False, True), (False, True), (None, 3))]


@pytest.mark.parametrize(("kernel_size", "stride", "padding"), SIZES)
def test_is_torchs(agree, kernel_size, stride, padding):
    """Padding counts or not, what hangs over never: mistake 23."""
    for shape, flags in itertools.product(((2, 3, 5, 7), (1, 1, 6, 4)), FLAGS):
        args = kernel_size, stride, padding, *flags
        pair = nn.AvgPool2d(*args), torch.nn.AvgPool2d(*args)
        for mine, oracle in both_ways(*pair, pictures(shape)):
            assert mine.shape == oracle.shape
            against = "torch.nn.AvgPool2d"
            agree(UNIT, mine, oracle, 1e-12, atol=1e-15, against=against)


def test_dtype_stays():
    layer = nn.AvgPool2d(2, padding=1)
    y = layer.forward(np.ones((1, 1, 4, 4), np.float32))
    assert y.dtype == layer.backward(y).dtype == np.float32


def test_refuses():
    with pytest.raises(ValueError, match="divisor_override must not be 0"):
        nn.AvgPool2d(2, divisor_override=0)
    with pytest.raises(ValueError, match="must be at most half of kernel_size"):
        nn.AvgPool2d(2, padding=2)
