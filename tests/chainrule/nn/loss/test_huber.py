import pytest
import torch

from chainrule.nn import HuberLoss


@pytest.mark.parametrize("delta", [0.3, 1.0, 2.5])
@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
@pytest.mark.parametrize("shape", [(40,), (4, 3), ()])
def test_value_and_gradient(agree, shape, reduction, delta):
    torch.manual_seed(0)
    y = 2 * torch.randn(shape, dtype=torch.float64)
    if shape == (40,):
        y[:4] = torch.tensor([1e4, -1e4, delta, 0])
    t = torch.zeros_like(y)
    y_oracle = y.clone().requires_grad_()
    y.requires_grad_()
    ours = HuberLoss(reduction, delta)(y, t)
    oracle = torch.nn.HuberLoss(reduction, delta)(y_oracle, t)
    agree("huber-loss", ours, oracle, 1e-14, against="torch.nn.HuberLoss")
    ours.sum().backward()
    oracle.sum().backward()
    agree("huber-loss", y.grad, y_oracle.grad, 1e-15, against="torch.nn.HuberLoss")


def test_default_delta_is_1():
    y = torch.tensor([3.0])
    assert HuberLoss()(y, torch.zeros(1)) == 2.5


@pytest.mark.parametrize("delta", [0, -1.0, float("nan")])
def test_delta_must_be_positive(delta):
    with pytest.raises(ValueError, match=f"delta must be positive, got {delta}"):
        HuberLoss(delta=delta)
