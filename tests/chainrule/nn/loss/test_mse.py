import pytest
import torch

from chainrule.nn import MSELoss


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("shape", [(5,), (4, 3), (1, 2, 3), ()])
def test_value_and_gradient(agree, shape, reduction):
    torch.manual_seed(0)
    y = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    y_oracle = y.detach().clone().requires_grad_()
    t = torch.randn(shape, dtype=torch.float64)
    ours = MSELoss(reduction)(y, t)
    oracle = torch.nn.MSELoss(reduction=reduction)(y_oracle, t)
    agree("error-surface", ours, oracle, 1e-14, against="torch.nn.MSELoss")
    ours.sum().backward()
    oracle.sum().backward()
    agree("error-surface", y.grad, y_oracle.grad, 1e-14, against="torch.nn.MSELoss")


def test_shapes_must_match():
    with pytest.raises(ValueError, match=r"input \(3, 1\), target \(3,\)"):
        MSELoss()(torch.zeros(3, 1), torch.zeros(3))


def test_unknown_reduction():
    with pytest.raises(ValueError, match="'average' is not a valid reduction"):
        MSELoss("average")


def test_no_mean_of_nothing():
    nothing = torch.zeros(0, 2)
    with pytest.raises(ValueError, match=r"no mean of nothing: \(0, 2\)"):
        MSELoss()(nothing, nothing)
    assert MSELoss("sum")(nothing, nothing) == 0
