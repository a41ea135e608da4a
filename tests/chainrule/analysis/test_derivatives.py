import numpy as np
import pytest
import torch
from torch.func import jacrev

from chainrule.analysis import (
    gradient,
    hessian,
    hessian_operator,
    hessian_vector_product,
)
from chainrule.scratch.analysis import (
    central_gradient,
    central_hessian,
    toy_gradient,
    toy_hessian,
    toy_loss,
)


def flat_loss(loss, parameters):
    """The same loss as a function of one flat vector, and the vector."""
    sizes = [p.numel() for p in parameters]

    def flat(theta):
        parts = theta.split(sizes)
        return loss(*(a.view_as(p) for a, p in zip(parts, parameters, strict=True)))

    return flat, torch.cat([p.detach().flatten() for p in parameters])


@pytest.mark.equation("eq:critical-point", by="torch.func.grad and the toy network")
@pytest.mark.parametrize("seed", range(3))
def test_gradient(agree, network, seed):
    loss, parameters = network(seed)
    ours = gradient(loss(*parameters), parameters)
    flat, theta = flat_loss(loss, parameters)
    oracle = torch.func.grad(flat)(theta)
    agree("hessian-matrix", ours, oracle, 1e-14, against="torch.func.grad")
    found = central_gradient(lambda p: flat(torch.tensor(p)).item(), theta.numpy())
    # Their error, of h² and eps / h, is not relative to the entry.
    agree("hessian-matrix", ours, found, 1e-6, against="central differences")
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    assert gradient((1 - w[0] * w[1]) ** 2, w).tolist() == [0, 0]


@pytest.mark.filterwarnings("ignore:.*torch.jit.script:DeprecationWarning")
@pytest.mark.equation("eq:hessian-entries", by="torch.func.hessian and differences")
@pytest.mark.parametrize("seed", range(3))
def test_hessian(agree, network, seed):
    loss, parameters = network(seed)
    ours = hessian(loss(*parameters), parameters)
    flat, theta = flat_loss(loss, parameters)
    oracle = torch.func.hessian(flat)(theta)
    agree("hessian-matrix", ours, oracle, 1e-13, against="torch.func.hessian")
    found = central_hessian(lambda p: flat(torch.tensor(p)).item(), theta.numpy())
    against = "central differences"  # which lose eps / h²
    agree("hessian-matrix", ours, found, 1e-4, atol=1e-8, against=against)
    agree("hessian-matrix", ours, ours.T, 1e-14, against="its transpose")


@pytest.mark.parametrize("seed", range(3))
def test_product_is_that_of_the_matrix(agree, network, seed):
    loss, parameters = network(seed)
    H = hessian(loss(*parameters), parameters)
    product = hessian_operator(loss(*parameters), iter(parameters))
    for v in torch.randn(4, 9, dtype=torch.float64):
        ours = hessian_vector_product(loss(*parameters), parameters, v)
        agree("hessian-matrix", ours, H @ v, 1e-13, against="the matrix times v")
        assert torch.equal(product(v), ours)


def test_a_tensor_is_a_list_of_one(agree):
    w = torch.tensor([0.7, -1.3], dtype=torch.float64, requires_grad=True)
    loss = (2 - w[0] * w[1] * 3) ** 2
    at = w.detach().numpy()
    oracle = toy_gradient(at, 3.0, 2.0)
    agree("toy-network-hessian", gradient(loss, w), oracle, 1e-14, against="by hand")
    oracle = toy_hessian(at, 3.0, 2.0)
    agree("toy-network-hessian", hessian(loss, w), oracle, 1e-14, against="by hand")
    assert loss.item() == pytest.approx(toy_loss(at, 3.0, 2.0))


def test_order_is_that_of_the_list():
    a, b = (torch.tensor(v, requires_grad=True) for v in ([1.0, 2.0], [[3.0]]))
    loss = (a**2).sum() + 5 * b.sum()
    assert gradient(loss, [a, b]).tolist() == [2, 4, 5]
    assert gradient(loss, iter([b, a])).tolist() == [5, 2, 4]
    assert hessian(loss, [b, a]).diagonal().tolist() == [0, 2, 2]


def test_what_the_loss_does_not_use_gets_zeros():
    a, b = (torch.ones(2, requires_grad=True) for _ in range(2))
    assert gradient((a**2).sum(), [a, b]).tolist() == [2, 2, 0, 0]
    assert hessian((a**2).sum(), [a, b]).diagonal().tolist() == [2, 2, 0, 0]
    # A linear loss has a constant gradient, which needs no graph.
    assert hessian(3 * a.sum(), [a]).tolist() == [[0, 0], [0, 0]]
    assert hessian_vector_product(3 * a.sum(), [a], [1, 2]).tolist() == [0, 0]


def test_the_graph_stays_and_can_be_extended():
    w = torch.tensor([2.0], requires_grad=True)
    loss = (w**3).sum()
    g = gradient(loss, w, create_graph=True)
    assert g.requires_grad
    assert not gradient(loss, w).requires_grad
    assert hessian(g.sum(), w).item() == 6  # the third derivative of w³
    loss.backward()
    assert w.grad.item() == 12


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_dtype_follows_the_parameters(network, dtype):
    loss, parameters = network(dtype=dtype)
    value = loss(*parameters)
    found = (
        gradient(value, parameters),
        hessian(value, parameters),
        hessian_vector_product(value, parameters, np.ones(9)),
    )
    assert {x.dtype for x in found} == {dtype}


W = torch.ones(2, requires_grad=True)


@pytest.mark.parametrize("function", [gradient, hessian, hessian_operator])
@pytest.mark.parametrize(
    ("loss", "parameters", "message"),
    [
        (lambda: W**2, [W], r"one real number, got torch.float32 of shape \(2,\)"),
        (lambda: (W * 1j).sum(), [W], "one real number, got torch.complex64"),
        (lambda: torch.tensor(1.0), [W], "depends on no parameter"),
        (lambda: (W / 0).sum(), [W], "must be finite, got inf"),
        (lambda: W.sum() * torch.nan, [W], "must be finite, got nan"),
        (lambda: W.sum(), [], "there are no parameters"),
        (lambda: W.sum(), [W, W], "in the list twice"),
        (lambda: W.sum(), [torch.ones(2)], "parameter 0 takes no real gradient"),
        (lambda: W.sum(), [W, torch.ones(2).int()], "parameter 1 takes no real"),
    ],
)
def test_refuses_nonsense(function, loss, parameters, message):
    with pytest.raises(ValueError, match=message):
        function(loss(), parameters)


@pytest.mark.parametrize("v", [[1.0], [1.0, 2.0, 3.0], [[1.0, 2.0]], [1.0, torch.nan]])
def test_refuses_a_vector_that_does_not_fit(v):
    with pytest.raises(ValueError, match=r"finite and of shape \(2,\), got"):
        hessian_vector_product((W**2).sum(), [W], v)


@pytest.mark.equation("eq:hessian-split", by="both parts by autograd, against hessian")
def test_the_hessian_of_a_squared_error_splits(agree, network):
    """Only the second part, weighted by the errors, bends down."""
    torch.manual_seed(3)
    x, t = torch.randn(2, 6, dtype=torch.float64)
    theta = torch.randn(4, dtype=torch.float64, requires_grad=True)

    def outputs():
        return torch.tanh(x[:, None] * theta[:2]) @ theta[2:]

    first, second = torch.zeros(2, 4, 4, dtype=torch.float64)
    for n in range(6):
        g = gradient(outputs()[n], theta)
        first += 2 / 6 * g[:, None] * g
        error = (outputs()[n] - t[n]).detach()
        second += 2 / 6 * error * hessian(outputs()[n], theta)
    H = hessian(((outputs() - t) ** 2).mean(), theta)
    agree("minimum-ratio", first + second, H, 1e-14, against="hessian of the loss")
    least = [torch.linalg.eigvalsh(A)[0].item() for A in (first, second, H)]
    assert least[0] > -1e-12
    assert least[2] >= least[1] - 1e-12  # no deeper than the second part alone


def test_jacobian_of_the_gradient_is_the_hessian(agree, network):
    loss, parameters = network(5)
    flat, theta = flat_loss(loss, parameters)
    oracle = jacrev(torch.func.grad(flat))(theta)
    ours = hessian(loss(*parameters), parameters)
    agree("hessian-matrix", ours, oracle, 1e-13, against="torch.func.jacrev")
