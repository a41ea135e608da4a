import torch

from chainrule.nn import Hardsigmoid


def test_value_and_gradient(agree):
    torch.manual_seed(0)
    z = 4 * torch.randn(50, 3, dtype=torch.float64)
    ours, oracle = (z.clone().requires_grad_() for _ in range(2))
    upstream = torch.randn_like(z)
    y, y_oracle = Hardsigmoid()(ours), torch.nn.Hardsigmoid()(oracle)
    agree("hard-sigmoid", y, y_oracle, 1e-15, against="torch.nn.Hardsigmoid")
    y.backward(upstream)
    y_oracle.backward(upstream)
    # torch's backward takes 1/6 in single precision, even for float64.
    agree("hard-sigmoid", ours.grad, oracle.grad, 3e-8, against="torch.nn.Hardsigmoid")
    inside = z.abs() < 3
    exact = torch.where(inside, upstream / 6, 0)
    agree("hard-sigmoid", ours.grad, exact, 1e-15, against="closed form")


def test_derivative_at_the_bends():
    """Any number from 0 to 1/6 is a subgradient; torch takes 0."""
    ours, oracle = (torch.tensor([-3.0, 3.0], requires_grad=True) for _ in range(2))
    Hardsigmoid()(ours).sum().backward()
    torch.nn.Hardsigmoid()(oracle).sum().backward()
    assert torch.allclose(ours.grad, torch.full((2,), 1 / 6))
    assert oracle.grad.tolist() == [0, 0]


def test_in_place(agree):
    """Writes into its argument, with the same gradient."""
    torch.manual_seed(0)
    z = 4 * torch.randn(50, 3, dtype=torch.float64)
    leaves, ends = [z.clone().requires_grad_() for _ in range(3)], []
    layers = (
        Hardsigmoid(inplace=True),
        Hardsigmoid(True),
        torch.nn.Hardsigmoid(inplace=True),
    )
    for layer, leaf in zip(layers, leaves, strict=True):
        x = leaf * 1
        assert layer(x).data_ptr() == x.data_ptr()
        ends.append(x)
        x.square().sum().backward()
    against = "torch.nn.Hardsigmoid(inplace=True)"
    for x, leaf in zip(ends[:2], leaves[:2], strict=True):
        agree("hard-sigmoid", x, ends[2], 1e-15, against=against)
        agree("hard-sigmoid", leaf.grad, leaves[2].grad, 1e-7, against=against)
