import pytest
import torch

from chainrule.analysis import sharpness

UNIT = "small-batch-generalizes"


def turned(eigenvalues, seed=0):
    """A symmetric matrix with these eigenvalues."""
    generator = torch.Generator().manual_seed(seed)
    shape = (len(eigenvalues),) * 2
    Q = torch.linalg.qr(torch.randn(shape, generator=generator, dtype=torch.float64)).Q
    return Q @ torch.diag(torch.tensor(eigenvalues, dtype=torch.float64)) @ Q.T


@pytest.mark.equation("eq:power-iteration", by="a matrix of known eigenvalues")
@pytest.mark.parametrize(
    "eigenvalues",
    [
        [3.0, 1.0, 0.5, -2.0],
        [3.0, 1.0, -7.0, -2.0],  # the largest is not the longest
        [-1.0, -4.0, -5.0],
        [2.0, 2.0, 2.0],
        [0.0, 0.0],
        [1e-4, 1e-5, -1e-5],
        [5.0],
    ],
)
def test_quadratic_form(agree, eigenvalues):
    H = turned(eigenvalues)
    w = torch.ones(len(H), dtype=torch.float64, requires_grad=True)
    found = sharpness(lambda: w @ H @ w / 2, [w], tol=1e-9, steps=5000)
    largest = max(eigenvalues)
    agree(UNIT, found, largest, 1e-8, against="closed form")


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_network_against_the_whole_hessian(agree, seed):
    """Weights of two layers, of two shapes: one Hessian over all of them."""
    torch.manual_seed(seed)
    x, t = torch.randn(9, 3, dtype=torch.float64), torch.randn(9, dtype=torch.float64)
    flat = torch.randn(16, dtype=torch.float64)

    def loss_of(vector):
        hidden = torch.tanh(x @ vector[:12].reshape(3, 4))
        return ((hidden @ vector[12:] - t) ** 2).mean()

    a = flat[:12].reshape(3, 4).clone().requires_grad_()
    b = flat[12:].clone().requires_grad_()
    H = torch.autograd.functional.hessian(loss_of, flat)
    found = sharpness(
        lambda: loss_of(torch.cat([a.reshape(-1), b])), [a, b], tol=1e-8, steps=20_000
    )
    oracle = torch.linalg.eigvalsh(H)[-1].item()
    agree(UNIT, found, oracle, 1e-7, against="torch.linalg.eigvalsh")


@pytest.mark.equation("eq:rise", by="the worst of many directions on a quadratic")
def test_rise_within_a_ball(agree):
    H, radius = turned([4.0, 1.0, 0.2]), 0.3
    w = torch.zeros(3, dtype=torch.float64, requires_grad=True)
    found = sharpness(lambda: w @ H @ w / 2, [w], tol=1e-9)
    generator = torch.Generator().manual_seed(1)
    way = torch.randn(200_000, 3, generator=generator, dtype=torch.float64)
    way = radius * way / way.norm(dim=1, keepdim=True)
    rises = ((way @ H) * way).sum(dim=1) / 2
    bound = found / 2 * radius**2
    assert rises.max() <= bound + 1e-12
    agree(UNIT, bound, rises.max().item(), 1e-4, against="the worst direction")


def test_scaling_two_layers_changes_it_and_not_the_network(agree):
    """y = b relu(a x): (ca, b / c) is the same function, as sharp as one likes."""
    x, t = torch.tensor([1.0, 2.0, -1.0]), torch.tensor([1.0, 2.0, 0.0])

    def measured(c):
        a = torch.tensor(1.0 * c, requires_grad=True)
        b = torch.tensor(1.0 / c, requires_grad=True)

        def loss():
            return ((b * torch.relu(a * x) - t) ** 2).mean()

        return loss().item(), sharpness(loss, [a, b])

    for c in (1.0, 10.0):
        loss, found = measured(c)
        oracle = 10 / 3 * (c**2 + 1 / c**2)
        assert loss == pytest.approx(0, abs=1e-12)
        agree(UNIT, found / oracle, 1.0, 1e-4, against="closed form")


def test_nothing_is_changed():
    w = torch.ones(3, requires_grad=True)
    sharpness(lambda: (w**2).sum(), [w])
    assert w.grad is None
    assert torch.equal(w, torch.ones(3))


def test_refuses_nonsense():
    w = torch.ones(2, requires_grad=True)
    for bad in ({"tol": 0}, {"tol": float("nan")}, {"steps": 0}):
        with pytest.raises(ValueError, match="invalid tol"):
            sharpness(lambda: (w**2).sum(), [w], **bad)
    with pytest.raises(ValueError, match="the loss must be finite, got inf"):
        sharpness(lambda: (w / 0).sum(), [w])


def test_the_loss_and_its_gradient_are_asked_for_once():
    """A step costs one product, whatever their number."""
    asked = []

    class Square(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x**2

        @staticmethod
        def backward(ctx, upstream):
            asked.append("gradient")
            return 2 * ctx.saved_tensors[0] * upstream

    w = torch.ones(2, requires_grad=True)
    scale = torch.tensor([1.0, 3.0])
    assert sharpness(lambda: scale @ Square.apply(w), [w]) == pytest.approx(6)
    assert asked == ["gradient"]


def test_says_when_the_steps_are_too_few():
    w = torch.ones(2, requires_grad=True)
    with pytest.raises(RuntimeError, match="not found in 50 steps"):
        sharpness(lambda: w[0] ** 2 - w[1] ** 2, [w], steps=50)
