import torch

from chainrule.nn import Sigmoid


def test_value_and_gradient(agree):
    torch.manual_seed(0)
    z = 4 * torch.randn(50, 3, dtype=torch.float64)
    ours, oracle = (z.clone().requires_grad_() for _ in range(2))
    upstream = torch.randn_like(z)
    y, y_oracle = Sigmoid()(ours), torch.nn.Sigmoid()(oracle)
    agree("sigmoid", y, y_oracle, 1e-15, against="torch.nn.Sigmoid")
    y.backward(upstream)
    y_oracle.backward(upstream)
    agree("sigmoid", ours.grad, oracle.grad, 1e-15, against="torch.nn.Sigmoid")


def test_far_from_zero_there_is_no_nan():
    z = torch.tensor([-1e4, 1e4], requires_grad=True)
    y = Sigmoid()(z)
    y.sum().backward()
    assert y.tolist() == [0, 1]
    assert z.grad.tolist() == [0, 0]
