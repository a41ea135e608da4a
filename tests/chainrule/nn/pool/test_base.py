from itertools import product

import pytest
import torch

from chainrule.nn import AvgPool2d, MaxPool2d
from chainrule.nn.pool.base import within


def test_sizes_are_torchs():
    """Every small size, with and without ceil_mode (mistake 23)."""
    sizes = product(range(1, 7), range(1, 5), range(1, 4), range(3), (1, 2), (0, 1))
    for n, k, s, p, d, up in sizes:
        if 2 * p > k or n + 2 * p < d * (k - 1) + 1:
            continue
        theirs = torch.nn.MaxPool2d(k, s, p, d, ceil_mode=bool(up))
        ours = MaxPool2d(k, s, p, d, ceil_mode=bool(up))
        oracle = theirs(torch.zeros(1, n, n)).shape[-1]
        assert ours.fit(n, *ours.axes[0]) == oracle, (n, k, s, p, d, up)


def test_margins_are_counted():
    rows, columns = torch.tensor([[[[-2]], [[-1]]]]), torch.tensor([[[[0, 3]]]])
    places = rows.movedim(1, 0), columns
    assert within(places, (2, 3)).tolist() == [[[False, False]]] * 2
    found = within(places, (2, 3), (1, 1)).tolist()
    assert found == [[[False, False]], [[True, True]]]


@pytest.mark.parametrize("cls", [MaxPool2d, AvgPool2d])
@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((0,), "kernel_size must be one or two integers of 1 or more, got 0"),
        ((2, (1, 0)), r"stride .*, got \(1, 0\)"),
        ((2, 1, -1), "padding .* of 0 or more, got -1"),
        ((3, 1, 2), "padding 2 must be at most half of kernel_size 3"),
        (((2, 3, 2),), r"kernel_size .*, got \(2, 3, 2\)"),
    ],
)
def test_refuses(cls, args, message):
    with pytest.raises(ValueError, match=message):
        cls(*args)


@pytest.mark.parametrize("cls", [MaxPool2d, AvgPool2d])
def test_refuses_input(cls):
    for dtype in (torch.uint8, torch.int64, torch.bool):
        with pytest.raises(TypeError, match=f"floating point, got {dtype}"):
            cls(2)(torch.zeros(1, 1, 4, 4, dtype=dtype))
    with pytest.raises(ValueError, match=r"x must be \(N, C, H, W\), got \(4, 4\)"):
        cls(2)(torch.zeros(4, 4))
    with pytest.raises(ValueError, match="over 5 places does not fit into 4 with"):
        cls(5)(torch.zeros(1, 1, 4, 4))
