import pytest
import torch

from chainrule.nn import L1Loss


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("shape", [(5,), (4, 3), (1, 2, 3), ()])
def test_value_and_gradient(agree, shape, reduction):
    torch.manual_seed(0)
    y = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    y_oracle = y.detach().clone().requires_grad_()
    t = torch.randn(shape, dtype=torch.float64)
    ours = L1Loss(reduction)(y, t)
    oracle = torch.nn.L1Loss(reduction=reduction)(y_oracle, t)
    agree("mae-loss", ours, oracle, 1e-15, against="torch.nn.L1Loss")
    ours.sum().backward()
    oracle.sum().backward()
    agree("mae-loss", y.grad, y_oracle.grad, 1e-15, against="torch.nn.L1Loss")


def test_at_the_target_the_slope_is_0():
    y = torch.zeros(3, requires_grad=True)
    L1Loss()(y, torch.zeros(3)).backward()
    assert y.grad.tolist() == [0, 0, 0]
