import numpy as np
import pytest

from chainrule.scratch.nn import Conv2d


@pytest.mark.parametrize(
    ("kernel_size", "dilation", "sides"),
    [
        (3, 1, ((1, 1), (1, 1))),
        ((2, 5), 1, ((0, 1), (2, 2))),  # the place left over comes behind, as in torch
        ((4, 1), (3, 2), ((4, 5), (0, 0))),
    ],
)
def test_same_size_needs_so_much_padding(kernel_size, dilation, sides):
    layer = Conv2d(1, 1, kernel_size, padding="same", dilation=dilation)
    assert layer.sides == sides
    assert layer.forward(np.ones((1, 1, 4, 6))).shape == (1, 1, 4, 6)


def test_parameters_are_always_the_same_arrays():
    layer = Conv2d(1, 2, 2)
    before = layer.parameters()
    layer.backward(layer.forward(np.ones((1, 1, 3, 3))))
    for pair, same in zip(layer.parameters(), before, strict=True):
        assert pair[0] is same[0]
        assert pair[1] is same[1]
        assert pair[1].any()
    assert [len(Conv2d(1, 2, 2, bias=b).params) for b in (True, False)] == [2, 1]
