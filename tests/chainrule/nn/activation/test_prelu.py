import pytest
import torch
from helpers.modules import corners, pairs

from chainrule.nn import PReLU

UNIT = "parametric-relu"
SHAPES = [
    (1, (5,)),
    (1, (5, 3)),
    (3, (5, 3)),
    (1, (2, 3, 4)),
    (3, (2, 3, 4)),
    (4, (2, 4, 3, 5)),
]


def both(n, dtype=torch.float64):
    ours, theirs = PReLU(n, dtype=dtype), torch.nn.PReLU(n, dtype=dtype)
    with torch.no_grad():
        ours.weight.normal_()
    theirs.load_state_dict(ours.state_dict())
    return ours, theirs


@pytest.mark.parametrize(("n", "shape"), SHAPES)
def test_value_and_gradients(agree, n, shape):
    """Also of the slopes."""
    torch.manual_seed(0)
    z = torch.randn(shape, dtype=torch.float64)
    z.view(-1)[0] = 0
    for ours, oracle in pairs(*both(n), z):
        agree(UNIT, ours, oracle, 1e-14, against="torch.nn.PReLU")


def test_corners():
    """To the bit, but for the gradient at NaN."""
    z = corners()
    known = ~z.isnan()
    for found in pairs(*both(1), z):
        ours, oracle = (a[known] if a.shape == z.shape else a for a in found)
        torch.testing.assert_close(ours, oracle, rtol=0, atol=0, equal_nan=True)


def test_an_infinite_input_leaves_the_slope_alone():
    """0 · inf would be NaN."""
    ours, theirs = both(1)
    z = torch.tensor([float("inf"), -2.0]).double()
    *_, (mine, oracle) = pairs(ours, theirs, z)
    assert mine.isfinite().all()
    torch.testing.assert_close(mine, oracle)


@pytest.mark.parametrize("given", [(), (3,), (3, 0.1)])
def test_starts_as_torchs_does(given):
    ours, theirs = PReLU(*given), torch.nn.PReLU(*given)
    assert torch.equal(ours.weight, theirs.weight)
    assert repr(PReLU(2, device="meta", dtype=torch.float16).weight.dtype)
    assert PReLU(2, device="meta").weight.device.type == "meta"


def test_several_slopes_want_as_many_channels():
    for shape in ((3,), (5, 4), (3, 2, 3)):
        with pytest.raises(ValueError, match=r"no 3 channels: \("):
            PReLU(3)(torch.zeros(shape))
        with pytest.raises(RuntimeError):
            torch.nn.PReLU(3)(torch.zeros(shape))


@pytest.mark.parametrize("n", [0, -1])
def test_refuses_no_slopes(n):
    with pytest.raises(ValueError, match=f"no slope: num_parameters {n}"):
        PReLU(n)
