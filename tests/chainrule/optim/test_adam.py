import numpy as np
import pytest
import torch
from helpers.courses import walk
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.optim import SGD, Adam
from chainrule.scratch.optim import adam as twin

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3},
    {"lr": 0.02, "betas": (0.5, 0.7), "eps": 0.1},
    {"lr": 0.03, "betas": (0.0, 0.9), "eps": 1e-3},
    {"lr": 0.01, "weight_decay": 0.3, "maximize": False},
]


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options, fused):
    ours, oracle = walk(Adam, fused=fused, **options), walk(torch.optim.Adam, **options)
    agree("adam", ours, oracle, 1e-12, against="torch.optim.Adam")


@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_first_step_is_the_rate(agree, scale):
    """With both means corrected, m_hat / sqrt(v_hat) = ±1 after one gradient."""
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    w.grad = scale * torch.tensor([1.0, -2.0], dtype=torch.float64)
    Adam([w], lr=0.01, eps=0).step()
    agree("adam-bias-correction", w, [-0.01, 0.01], 1e-15, against="closed form")


@settings(deadline=None)
@given(
    st.floats(0.1, 10) | st.floats(-10, -0.1),
    st.floats(0, 0.99),
    st.floats(0.1, 0.999),
    st.integers(1, 30),
)
def test_a_constant_gradient_is_estimated_without_bias(g, beta1, beta2, steps):
    """m_hat = g and v_hat = g² from the first step on: every step is lr long."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = Adam([w], lr=0.01, betas=(beta1, beta2), eps=0)
    for _ in range(steps):
        w.grad = torch.full_like(w, g)
        optimizer.step()
    assert abs(abs(w.item()) - 0.01 * steps) < 1e-10


def test_eps_stands_outside_the_root():
    """At g = eps the first step is half the rate; inside it would be almost none."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    w.grad = torch.full_like(w, 1e-3)
    Adam([w], lr=1.0, eps=1e-3).step()
    assert w.item() == pytest.approx(-0.5, rel=1e-12)


@pytest.mark.equation("eq:adam-torch")
@pytest.mark.parametrize("fused", [None, False])
def test_is_the_order_that_the_page_prints(agree, equation, fused):
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    given = {"lr": 0.1, "betas": (0.8, 0.95), "eps": 1e-2}
    optimizer = Adam([w], fused=fused, **given)
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\epsilon": "eps", "t": "t"}
    symbols |= {r"\beta_1": "beta1", r"\beta_2": "beta2", "m_t": "m", "v_t": "v"}
    printed = equation("eq:adam-torch", r"\theta_t", symbols)
    for t in range(1, 8):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        state = optimizer.state[w]
        m, v = state["m"].numpy(), state["v"].numpy()
        betas = {"beta1": 0.8, "beta2": 0.95}
        oracle = printed(w=before, lr=0.1, eps=1e-2, t=t, m=m, v=v, **betas)
        agree("adam", w, oracle, 1e-14, against="printed equation (23.10)")


def test_is_not_rmsprop_plus_momentum():
    """Notes A, B and E leave the bias correction out of their summary."""

    def first_step(optimizer_class, **options):
        w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
        w.grad = torch.full_like(w, 2.0)
        optimizer_class([w], lr=1e-3, **options).step()
        return -w.item()

    literal = first_step(torch.optim.RMSprop, alpha=0.999, momentum=0.9)
    assert first_step(Adam) == pytest.approx(1e-3)
    assert literal == pytest.approx(1e-3 / 0.001**0.5)


@pytest.mark.equation("eq:adam-longest")
def test_the_longest_step(agree, equation):
    """Cauchy and Schwarz: reached by gradients proportional to (β₁/β₂)^age.

    The paper, section 2.1, has 3.16; a constant gradient after zeros comes to 6.57.
    """
    symbols = {r"\beta_1": "beta1", r"\beta_2": "beta2"}
    bound = equation("eq:adam-longest", "c", symbols)(beta1=0.9, beta2=0.999)

    def longest(gradients):
        m = v = np.zeros(())
        steps, zeros = [], 30_000  # after which both corrections are one
        for t, g in enumerate(gradients, start=zeros + 1):
            moved, m, v = twin(0.0, g, m, v, t, lr=1.0, eps=0)
            steps.append(abs(moved))
        return max(steps)

    worst = longest((0.999 / 0.9) ** np.arange(200))
    agree("adam", worst, bound, 1e-6, against="printed equation (23.11)")
    assert longest(np.ones(100)) == pytest.approx(6.57, abs=0.01)
    for g in np.random.default_rng(0).normal(size=(20, 50)):
        assert longest(g) < bound


def test_turning_the_axes_changes_the_path():
    """Note C gives Adam a sense of direction; it knows coordinates only."""
    c = 0.5**0.5
    turn = torch.tensor([[c, -c], [c, c]], dtype=torch.float64)
    curvature = torch.diag(torch.tensor([0.1, 2.0], dtype=torch.float64))

    def mismatch(optimizer_class, lr):
        ends = []
        for Q in (torch.eye(2, dtype=torch.float64), turn):
            w = (Q @ torch.tensor([-4.0, 1.5], dtype=torch.float64)).requires_grad_()
            optimizer = optimizer_class([w], lr=lr)
            for _ in range(40):
                optimizer.zero_grad()
                (w @ (Q @ curvature @ Q.T) @ w / 2).backward()
                optimizer.step()
            ends.append(Q.T @ w.detach())
        return (ends[0] - ends[1]).abs().max().item()

    assert mismatch(SGD, 0.6) < 1e-12
    assert mismatch(Adam, 0.3) > 0.5


@pytest.mark.parametrize("lr", [1e-3, 1e-2, 1e-1])
def test_a_poor_minimum_holds_adam_too(lr):
    """Note B: it frees gradient descent where that is stuck. The better one is at -1.1.

    On the top of a hill, where the gradient is zero, it does not move at all.
    """

    def end(start, tilt):
        w = torch.tensor([start], dtype=torch.float64, requires_grad=True)
        optimizer = Adam([w], lr=lr)
        for _ in range(3000):
            w.grad = (w**3 - w + tilt).detach()
            optimizer.step()
        return w.item()

    assert end(1.5, tilt=0.25) == pytest.approx(0.838, abs=1e-3)
    assert end(0.0, tilt=0.0) == 0


def test_the_bursts_are_not_adams():
    """Note E: the burst comes from the root mean square of all gradients.

    The ten public pairs of the lecture's regression, from (b, w) = (-120, -4).
    """
    x = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
    t = [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591]
    A = np.column_stack([np.ones(10), x])
    best = np.linalg.lstsq(A, np.array(t, float), rcond=None)[0]

    def largest_error(path):  # of the slope, between updates 500 and 900
        return max(abs(theta[1] - best[1]) for theta in path[500:900])

    theta, squares, path = np.array([-120.0, -4.0]), 0.0, []
    for step in range(1, 901):
        g = 2 * A.T @ (A @ theta - t)
        squares = squares + g**2
        theta = theta - g / np.sqrt(squares / step)
        path.append(theta)
    assert largest_error(path) > 2.5

    w = torch.tensor([-120.0, -4.0], dtype=torch.float64, requires_grad=True)
    optimizer, path = Adam([w], lr=1.0), []
    for _ in range(900):
        w.grad = torch.tensor(2 * A.T @ (A @ w.detach().numpy() - t))
        optimizer.step()
        path.append(w.detach().clone().numpy())
    assert largest_error(path) < 0.2


@pytest.mark.equation("eq:largest-step")
def test_no_step_is_longer_than_the_page_says(agree, equation):
    """Note B's table: 999 gradients of 1, then one of 100,000."""
    printed = equation(
        "eq:largest-step", r"s_{\max}", {r"\eta": "lr", r"\beta_2": "beta2"}
    )
    bound = printed(lr=1.0, beta2=0.999)
    v, moved = 1.0, []
    for t, g in enumerate([1.0] * 999 + [1e5, 1.0], start=100_001):
        w, _, v = twin(0.0, g, 0.0, v, t, lr=1.0, betas=(0.0, 0.999))
        moved.append(-w)
    small = sum(moved[:999])
    agree("adam-large-gradient-trouble", [small], [999], 1e-4, against="note B's η")
    unit, against = "adam-large-gradient-trouble", "printed equation (24.8)"
    agree(unit, [moved[999]], [bound], 1e-4, against=against)
    assert bound == pytest.approx(10 * 10**0.5)
    assert moved[1000] == pytest.approx(10**-3.5, rel=1e-3)
    sizes = 10.0 ** np.random.default_rng(0).uniform(-6, 6, 3000)
    v = 0.0
    for t, g in enumerate(sizes, start=1):
        w, _, v = twin(0.0, g, 0.0, v, t, lr=1.0, betas=(0.0, 0.999))
        assert -w <= bound


@pytest.mark.equation("eq:rare-gradient")
@pytest.mark.parametrize(("period", "beta2"), [(101, 0.99), (40, 0.98), (900, 0.999)])
def test_how_large_a_rare_gradient_must_be(agree, equation, period, beta2):
    """The C for which a cycle leads nowhere: with a sum over steps, not an integral."""
    printed = equation("eq:rare-gradient", "c", {"x": "x"})
    bound = printed(x=period * (1 - beta2))

    def moved(C):
        w = v = before = 0.0
        for t in range(1, 12 * period + 1):
            before = w if t % period == 1 else before
            g = C if t % period == 1 else -1.0
            w, _, v = twin(w, g, 0.0, v, 10**9, lr=1.0, betas=(0.0, beta2))
        return w - before

    low, high = 0.5 * bound, 2 * bound
    while high - low > 1e-5:
        middle = (low + high) / 2
        if moved(middle * (period - 1)) < 0:
            high = middle
        else:
            low = middle
    unit, against = "adam-large-gradient-trouble", "printed equation (24.9)"
    agree(unit, [high], [bound], 1e-2, against=against)
