import torch

from chainrule.nn import ReLU


def test_value_and_gradient(agree):
    torch.manual_seed(0)
    z = 4 * torch.randn(50, 3, dtype=torch.float64)
    ours, oracle = (z.clone().requires_grad_() for _ in range(2))
    upstream = torch.randn_like(z)
    y, y_oracle = ReLU()(ours), torch.nn.ReLU()(oracle)
    agree("relu", y, y_oracle, 1e-15, against="torch.nn.ReLU")
    y.backward(upstream)
    y_oracle.backward(upstream)
    agree("relu", ours.grad, oracle.grad, 1e-15, against="torch.nn.ReLU")


def test_derivative_at_zero_is_zero():
    z = torch.zeros(1, requires_grad=True)
    ReLU()(z).backward()
    assert z.grad.item() == 0
