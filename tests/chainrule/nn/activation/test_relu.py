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


def test_in_place(agree):
    """Writes into its argument, with the same gradient."""
    torch.manual_seed(0)
    z = 4 * torch.randn(50, 3, dtype=torch.float64)
    leaves, ends = [z.clone().requires_grad_() for _ in range(3)], []
    layers = ReLU(inplace=True), ReLU(True), torch.nn.ReLU(inplace=True)
    for layer, leaf in zip(layers, leaves, strict=True):
        x = leaf * 1
        assert layer(x).data_ptr() == x.data_ptr()
        ends.append(x)
        x.square().sum().backward()
    against = "torch.nn.ReLU(inplace=True)"
    for x, leaf in zip(ends[:2], leaves[:2], strict=True):
        agree("relu", x, ends[2], 1e-15, against=against)
        agree("relu", leaf.grad, leaves[2].grad, 1e-14, against=against)
