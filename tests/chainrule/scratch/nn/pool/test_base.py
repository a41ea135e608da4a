import numpy as np
import pytest
from helpers.windows import pictures

from chainrule.scratch.nn import MaxPool2d


@pytest.mark.parametrize("ceil_mode", [False, True])
def test_back_is_the_transpose_of_over(ceil_mode):
    layer, x = MaxPool2d((3, 2), 2, 1, ceil_mode=ceil_mode), pictures((2, 3, 6, 5))
    seen, padded = layer.over(x, 0, 0)
    y = pictures(seen.shape, seed=2)
    both = (y * seen).sum(), (x * layer.back(y, padded, x.shape)).sum()
    assert both[0] == pytest.approx(both[1], rel=1e-13)


def test_what_stands_where():
    """The padding around, and behind it what a last window sees."""
    layer = MaxPool2d(3, 2, 1, ceil_mode=True)
    seen, padded = layer.over(np.ones((1, 1, 1, 2)), 7, 9)
    assert padded == (1, 1, 3, 5)
    first, second = seen[0, 0, :, 0].T.reshape(2, 3, 3).tolist()
    assert first == [[7, 7, 7], [7, 1, 1], [7, 7, 7]]
    assert second == [[7, 7, 9], [1, 7, 9], [7, 7, 9]]
