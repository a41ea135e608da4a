import pytest
import torch

from chainrule.nn import HalfSquaredErrorLoss


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("shape", [(5,), (4, 3), (2, 2, 3), ()])
def test_value_and_gradient(agree, shape, reduction):
    torch.manual_seed(0)
    y = torch.randn(shape, dtype=torch.float64, requires_grad=True)
    y_oracle = y.detach().clone().requires_grad_()
    t = torch.randn(shape, dtype=torch.float64)
    ours = HalfSquaredErrorLoss(reduction)(y, t)
    samples = torch.nn.MSELoss(reduction="none")(y_oracle, t) / 2
    samples = samples.reshape(*shape[:1], -1).sum(-1) if shape else samples
    oracle = samples if reduction == "none" else getattr(samples, reduction)()
    against = "torch.nn.MSELoss(reduction='none') / 2"
    agree("mse-loss", ours, oracle, 1e-14, against=against)
    ours.sum().backward()
    oracle.sum().backward()
    agree("mse-loss", y.grad, y_oracle.grad, 1e-15, against=against)


def test_the_slope_of_a_sample_is_its_error():
    y = torch.tensor([[3.0, 1.0]], requires_grad=True)
    HalfSquaredErrorLoss()(y, torch.tensor([[1.0, 2.0]])).backward()
    assert y.grad.tolist() == [[2, -1]]
