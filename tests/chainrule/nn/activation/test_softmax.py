import pytest
import torch

from chainrule.nn import Softmax


@pytest.mark.parametrize("dim", [0, 1, -1])
def test_value_and_gradient(agree, dim):
    torch.manual_seed(0)
    z = 4 * torch.randn(5, 3, dtype=torch.float64)
    ours, oracle = (z.clone().requires_grad_() for _ in range(2))
    upstream = torch.randn_like(z)
    y, y_oracle = Softmax(dim)(ours), torch.nn.Softmax(dim)(oracle)
    agree("softmax", y, y_oracle, 1e-15, against="torch.nn.Softmax")
    y.backward(upstream)
    y_oracle.backward(upstream)
    agree("softmax", ours.grad, oracle.grad, 1e-15, against="torch.nn.Softmax")


def test_the_last_axis_unless_told():
    z = torch.randn(2, 3, 4)
    torch.testing.assert_close(Softmax()(z), torch.softmax(z, -1))


def test_large_logits_do_not_overflow():
    z = torch.tensor([1e4, 0.0, -1e4], requires_grad=True)
    y = Softmax()(z)
    y[0].backward()
    assert y.tolist() == [1, 0, 0]
    assert z.grad.tolist() == [0, 0, 0]
