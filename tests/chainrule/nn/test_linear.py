import pytest
import torch

from chainrule.nn import Linear

SHAPES = [(3, 5, (7,)), (1, 1, (1,)), (4, 2, (2, 3)), (5, 1, ())]


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize(("d_in", "d_out", "batch"), SHAPES)
def test_forward_and_gradients(agree, d_in, d_out, batch, bias):
    torch.manual_seed(1)
    oracle = torch.nn.Linear(d_in, d_out, bias=bias, dtype=torch.float64)
    ours = Linear(d_in, d_out, bias=bias, dtype=torch.float64)
    ours.load_state_dict(oracle.state_dict())  # same names, same shapes
    x = torch.randn(*batch, d_in, dtype=torch.float64, requires_grad=True)
    x_oracle = x.detach().clone().requires_grad_()
    y, y_oracle = ours(x), oracle(x_oracle)
    agree("linear-model", y, y_oracle, 1e-14, against="torch.nn.Linear")
    upstream = torch.randn_like(y)
    y.backward(upstream)
    y_oracle.backward(upstream)
    agree("linear-model", x.grad, x_oracle.grad, 1e-14, against="torch.nn.Linear")
    for p, q in zip(ours.parameters(), oracle.parameters(), strict=True):
        agree("linear-model", p.grad, q.grad, 1e-14, against="torch.nn.Linear")


def test_initialization(agree):
    """Same generator state, same numbers as torch: weight first, then bias."""
    torch.manual_seed(2)
    oracle = torch.nn.Linear(6, 4, dtype=torch.float64)
    torch.manual_seed(2)
    ours = Linear(6, 4, dtype=torch.float64)
    agree("linear-model", ours.weight, oracle.weight, 1e-15, against="torch.nn.Linear")
    agree("linear-model", ours.bias, oracle.bias, 1e-15, against="torch.nn.Linear")


def test_device_and_dtype_are_passed_on():
    layer = Linear(2, 3, device="meta", dtype=torch.float16)
    for parameter in layer.parameters():
        assert parameter.device.type == "meta"
        assert parameter.dtype is torch.float16


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("half", [torch.bfloat16, torch.float16])
def test_under_autocast(bias, half):
    """The dtype is that of torch's, and so are the numbers, as far as it has them."""
    torch.manual_seed(0)
    oracle, x = torch.nn.Linear(6, 4, bias), torch.randn(3, 5, 6)
    ours = Linear(6, 4, bias)
    ours.load_state_dict(oracle.state_dict())
    with torch.autocast("cpu", half):
        y, theirs = ours(x), oracle(x)
    assert y.dtype == theirs.dtype == half
    eps = torch.finfo(half).eps  # ours rounds before the bias is added, too
    torch.testing.assert_close(y, theirs, rtol=eps, atol=eps)
    y.float().square().sum().backward()
    theirs.float().square().sum().backward()
    for p, q in zip(ours.parameters(), oracle.parameters(), strict=True):
        assert p.grad.dtype == torch.float32
        torch.testing.assert_close(p.grad, q.grad, rtol=2e-2, atol=2e-2)


def test_shows_its_sizes():
    assert repr(Linear(2, 3, bias=False)) == repr(torch.nn.Linear(2, 3, bias=False))


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")
def test_cuda(agree):
    oracle = torch.nn.Linear(3, 5, device="cuda", dtype=torch.float64)
    ours = Linear(3, 5, device="cuda", dtype=torch.float64)
    ours.load_state_dict(oracle.state_dict())
    x = torch.randn(7, 3, device="cuda", dtype=torch.float64)
    agree("linear-model", ours(x), oracle(x), 1e-14, against="torch.nn.Linear")
