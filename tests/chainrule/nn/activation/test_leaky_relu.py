import pytest
import torch
from helpers.modules import corners, pairs

from chainrule.nn import LeakyReLU

UNIT = "leaky-relu"
SLOPES = [(), (0.01,), (0.0,), (0.3,), (1.0,), (2.5,), (-0.5,)]


@pytest.mark.parametrize("slope", SLOPES)
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_value_and_gradient(agree, slope, dtype):
    torch.manual_seed(0)
    z = 4 * torch.randn(50, 3, dtype=dtype)
    z[0, 0] = 0
    for ours, oracle in pairs(LeakyReLU(*slope), torch.nn.LeakyReLU(*slope), z):
        agree(UNIT, ours, oracle, 0, against="torch.nn.LeakyReLU")
        assert ours.dtype == dtype


def test_corners():
    for ours, oracle in pairs(LeakyReLU(0.3), torch.nn.LeakyReLU(0.3), corners()):
        torch.testing.assert_close(ours, oracle, rtol=0, atol=0, equal_nan=True)


def test_in_place(agree):
    """Writes into its argument, with the same gradient."""
    torch.manual_seed(0)
    z = 4 * torch.randn(50, 3, dtype=torch.float64)
    leaves, ends = [z.clone().requires_grad_() for _ in range(3)], []
    theirs = torch.nn.LeakyReLU(0.2, inplace=True)
    layers = LeakyReLU(0.2, inplace=True), LeakyReLU(0.2, True), theirs
    for layer, leaf in zip(layers, leaves, strict=True):
        x = leaf * 1
        assert layer(x).data_ptr() == x.data_ptr()
        ends.append(x)
        x.square().sum().backward()
    against = "torch.nn.LeakyReLU(inplace=True)"
    for x, leaf in zip(ends[:2], leaves[:2], strict=True):
        agree(UNIT, x, ends[2], 1e-15, against=against)
        agree(UNIT, leaf.grad, leaves[2].grad, 1e-14, against=against)
