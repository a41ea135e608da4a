import pytest
import torch

from chainrule.nn import relative_shift

UNIT = "learned-positional-encoding"


@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (3, 2, 5, 9), (4, 7)])
def test_mistake_33_the_double_loop(agree, shape):
    """Entry (i, j) is the column of distance j - i; the gradient goes back there."""
    by_distance = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    length = shape[-2]
    y = relative_shift(by_distance)
    upstream = torch.randn_like(y)
    oracle, back = torch.empty_like(y), torch.zeros_like(by_distance)
    for i in range(length):
        for j in range(length):
            oracle[..., i, j] = by_distance[..., i, j - i + length - 1].detach()
            back[..., i, j - i + length - 1] = upstream[..., i, j]
    agree(UNIT, y, oracle, 0, against="the double loop")
    (gradient,) = torch.autograd.grad(y, by_distance, upstream)
    agree(UNIT, gradient, back, 0, against="the double loop")


@pytest.mark.parametrize("shape", [(3, 4), (3, 6), (2, 5)])
def test_another_shape(shape):
    with pytest.raises(ValueError, match="2T - 1"):
        relative_shift(torch.ones(shape))
