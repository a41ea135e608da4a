import numpy as np
import pytest
import torch
from helpers.windows import pictures

from chainrule.scratch.nn.conv.padding import MODES, pad, pad_backward

TORCH = {"zeros": "constant"}
SIDES = ((1, 2), (3, 0))


@pytest.mark.parametrize("mode", MODES)
def test_is_torchs_both_ways(agree, mode):
    x = pictures((2, 3, 4, 5))
    leaf = torch.tensor(x, requires_grad=True)
    oracle = torch.nn.functional.pad(leaf, (3, 0, 1, 2), mode=TORCH.get(mode, mode))
    y = pad(x, SIDES, mode)
    assert np.array_equal(y, oracle.detach())
    dy = pictures(y.shape, seed=2)
    oracle.backward(torch.tensor(dy))
    found = pad_backward(dy, SIDES, mode)
    agree("kernel-stride-padding", found, leaf.grad, 1e-14, against="torch pad")


@pytest.mark.parametrize(("mode", "most"), [("reflect", 3), ("circular", 4)])
def test_no_farther_than_the_picture_goes(mode, most):
    x = pictures((1, 1, 4, 6))
    assert pad(x, ((most, 0), (0, 0)), mode).shape == (1, 1, 4 + most, 6)
    with pytest.raises(ValueError, match=f"padding {most + 1} must be at most {most}"):
        pad(x, ((0, most + 1), (0, 0)), mode)
