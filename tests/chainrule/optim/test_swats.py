import copy

import numpy as np
import pytest
import torch
from helpers import courses
from helpers.courses import walk

from chainrule.optim import SWATS
from chainrule.scratch.optim import swats as twin

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-2},
    {"lr": 0.01, "betas": (0.5, 0.7), "eps": 0.1},
    {"lr": 0.01, "betas": (0.0, 0.9), "eps": 1e-3},
]


def follow(gradients, optimizer_class=SWATS, **options):
    """The optimizer, its weights, and where they were after each gradient."""
    w = torch.zeros(len(gradients[0]), dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], **options)
    path = courses.path(optimizer, courses.listed(gradients), len(gradients))
    return optimizer, w, path


@pytest.mark.parametrize("options", OPTIONS)
def test_is_the_numpy_twin(agree, options):
    theta, given = courses.start(courses.FEW), {"buffers": 2, "numbers": 2, **options}
    ways = courses.by_hand(twin, theta, courses.halting, 60, clock=True, **given)
    rows = zip(*([w.ravel() for w, *_ in way] for way in ways), strict=True)
    oracle = np.array([*map(np.concatenate, rows)])
    against = "chainrule.scratch.optim.swats"
    agree("swats", walk(SWATS, **options), oracle, 1e-12, against=against)


@pytest.mark.parametrize("options", [{}, {"lr": 0.03, "betas": (0.5, 0.7)}])
def test_is_adam_before_the_switch(agree, options):
    """None comes here: the trigger of 1e-9 is narrow."""
    oracle = walk(torch.optim.Adam, **options, eps=1e-9)
    ours = walk(SWATS, **options)
    agree("swats", ours, oracle, 1e-12, against="torch.optim.Adam(eps=1e-9)")


@pytest.mark.parametrize("beta1", [0.0, 0.9])
def test_a_constant_gradient_switches_at_the_second_step(agree, beta1):
    """Then γ is lr n / Σ|g|, twice; at step 1, γ is its own mean, but k must be > 1."""
    g = np.array([3.0, -4.0, 5.0])
    given = {"lr": 0.01, "betas": (beta1, 0.9)}
    for steps in (1, 2):
        optimizer, w, path = follow([g] * steps, **given)
        assert (optimizer.state[w]["ratio"] != 0) == (steps == 2)
    rate = 0.01 * 3 / 12
    ours = 0.01 * optimizer.state[w]["ratio"]
    # But for eps = 1e-9 beside gradients of 3 to 5.
    agree("swats", [ours], [rate], 1e-9, against="closed form")
    agree("swats", path[-1], -0.02 * np.sign(g), 1e-8, against="closed form")


@pytest.mark.parametrize("beta1", [0.0, 0.9])
def test_is_sgd_after_the_switch(agree, beta1):
    """With rate (1 - β₁) Λ and momentum β₁ from a standstill; plain for β₁ = 0."""
    rest = np.random.default_rng(0).normal(size=(40, 3))
    gradients = [[3.0, -4.0, 5.0]] * 2 + [*rest]
    given = {"lr": 0.01, "betas": (beta1, 0.9)}
    ours = follow(gradients, **given)[2][2:] - follow(gradients[:2], **given)[2][1]
    rate = (1 - beta1) * 0.01 * 3 / 12
    sgd = {"lr": rate, "momentum": beta1}
    oracle = follow([*rest], torch.optim.SGD, **sgd)[2]
    agree("swats", ours, oracle, 1e-8, against="torch.optim.SGD(momentum=β₁)")


def test_rate_of_a_step_is_a_projection(agree):
    """-γ g, projected onto Adam's step p, is p."""
    gradients = np.random.default_rng(0).normal(size=(5, 4))
    before, last = np.zeros(4), 0.0
    for k, g in enumerate(gradients, start=1):
        optimizer, w, path = follow(gradients[:k], betas=(0.9, 0.99), eps=0.0)
        p, before = path[-1] - before, path[-1]
        average = optimizer.state[w]["average"]
        gamma, last = (average - 0.99 * last) / 0.01, average
        ours = (-gamma * g) @ p / (p @ p) * p / np.abs(p)
        agree("swats", ours, np.sign(p), 1e-9, against="what γ was made for")


def test_rate_is_positive_without_momentum(agree):
    """1/γ is then the Rayleigh quotient of the inverse of diag(η / (√v̂ + ε)) at p."""
    gradients = np.random.default_rng(1).normal(size=(2, 6)) * [1, 2, 4, 8, 16, 32]
    optimizer, w, path = follow(gradients, betas=(0.0, 0.9), eps=0.0)
    p, v = path[1] - path[0], optimizer.state[w]["v"].numpy()
    inverse = np.sqrt(v / (1 - 0.9**2)) / 1e-3
    gammas = [1e-3 * 6 / np.abs(gradients[0]).sum(), (p @ p) / (p @ (inverse * p))]
    average = 0.1 * (0.9 * gammas[0] + gammas[1])
    ours = [optimizer.state[w]["average"]]
    agree("swats", ours, [average], 1e-14, against="the Rayleigh quotient")
    assert min(gammas) > 0


@pytest.mark.equation("eq:swats-trigger", by="two gradients by hand, eleven ε")
@pytest.mark.parametrize("eps", np.geomspace(1e-7, 1e-2, 11))
def test_the_trigger(eps):
    """|λ / (1-β₂²) - γ| < ε, for gradients 1 and 2 of one weight, by hand."""
    optimizer, w, _ = follow([[1.0], [2.0]], lr=0.01, betas=(0.0, 0.9), eps=eps)
    v_hat = (0.9 * 0.1 * 1 + 0.1 * 4) / (1 - 0.9**2)
    gammas = [0.01 / (1 + eps), 0.01 / (v_hat**0.5 + eps)]  # |p| / |g|
    average = (0.9 * gammas[0] + gammas[1]) / 1.9
    switches = abs(average - gammas[1]) < eps
    assert (optimizer.state[w]["ratio"] != 0) == switches
    assert switches == (eps > 2e-3)


def test_a_step_across_the_gradient_says_nothing():
    """Where p·g = 0, λ stays; later means are nevertheless corrected by step."""
    gradients = [[1.0, 0.0], [0.0, 0.0], [0.0, 0.0]]
    kept = [follow(gradients[:k])[0].state.popitem()[1] for k in (1, 2, 3)]
    assert kept[0]["average"] == kept[1]["average"] == kept[2]["average"] > 0
    assert all(state["ratio"] == 0 for state in kept)


def test_a_scheduler_goes_on_after_the_switch():
    optimizer, w, path = follow([[2.0, 2.0]] * 2, betas=(0.0, 0.9), lr=0.01)
    optimizer.param_groups[0]["lr"] = 0.001
    w.grad = torch.ones_like(w)
    optimizer.step()
    assert (path[-1] - w.detach().numpy()) == pytest.approx(0.1 * 0.01 / 2)


def test_each_tensor_has_its_own_switch_and_a_flat_one_the_papers():
    """Two tensors of constant gradients with noise in one; then both as one vector."""
    noise = np.random.default_rng(0).normal(size=20)

    def ratios(*tensors):
        theta = [torch.zeros(n, dtype=torch.float64).requires_grad_() for n in tensors]
        optimizer = SWATS(theta, lr=0.01)
        for x in noise:
            g = torch.tensor([1.0, 2.0, 3.0 + x], dtype=torch.float64)
            for p, part in zip(theta, g.split(tensors), strict=True):
                p.grad = part.clone()
            optimizer.step()
        return [optimizer.state[p]["ratio"] for p in theta]

    steady, noisy = ratios(2, 1)
    assert steady == pytest.approx(1 / 1.5)
    assert noisy == 0
    assert ratios(3) == [0]


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.bfloat16])
def test_goes_on_bit_for_bit_after_the_switch(dtype):
    """Both numbers are floats of Python: a checkpoint does not round them."""
    w = torch.ones(5, dtype=dtype, requires_grad=True)
    optimizer = SWATS([w], lr=0.01, eps=1e-3)
    for _ in range(4):
        w.grad = torch.arange(1, 6, dtype=dtype)
        optimizer.step()
    assert optimizer.state[w]["ratio"] != 0
    other = w.detach().clone().requires_grad_()
    loaded = SWATS([other])
    loaded.load_state_dict(copy.deepcopy(optimizer.state_dict()))
    for _ in range(4):
        for p, o in ((w, optimizer), (other, loaded)):
            p.grad = p.detach() ** 2 - 1
            o.step()
    assert torch.equal(w, other)


@pytest.mark.equation(
    "eq:swats-step",
    "eq:swats-gamma",
    "eq:swats-average",
    "eq:swats-rate",
    "eq:swats-m",
    "eq:swats-sgd",
)
def test_is_what_the_page_prints(agree, equation):
    gradients = np.random.default_rng(3).normal(size=(4, 5)) + 1
    lr, beta1, beta2, eps = 0.02, 0.6, 0.9, 5e-3
    betas = {r"\beta_2": "beta2"}
    adam = {r"\eta": "lr", r"\hat m_t": "m_hat", r"\hat v_t": "v_hat"}
    step = equation("eq:swats-step", "p_t", {**adam, r"\epsilon": "eps"})
    sums = {"p_{t,i}": "p[i]", "g_{t,i}": "g[i]", r"\sum_i": "d"}
    gamma = equation("eq:swats-gamma", r"\gamma_t", sums)
    means = {**betas, r"\lambda_{t-1}": "last", r"\gamma_t": "gamma"}
    average = equation("eq:swats-average", r"\lambda_t", means)
    corrected = {**betas, r"\lambda_t": "average", "t": "t"}
    rate = equation("eq:swats-rate", r"\Lambda", corrected)
    said = "printed equation (24.{})".format
    m = v = np.zeros(5)
    mean, k = 0.0, 0
    while True:
        g, k = gradients[k], k + 1
        m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g**2
        corrections = {"m_hat": m / (1 - beta1**k), "v_hat": v / (1 - beta2**k)}
        p = step(lr=lr, eps=eps, **corrections)
        size, last = gamma(p=p, g=g, d=5), mean
        mean = average(beta2=beta2, last=last, gamma=size)
        given = {"lr": lr, "betas": (beta1, beta2), "eps": eps}
        optimizer, w, path = follow(gradients[:k], **given)
        moved = path[-1] - (path[-2] if k > 1 else 0)
        agree("swats", moved, p, 1e-14, against=said(1))
        kept = optimizer.state[w]
        newest = (kept["average"] - beta2 * last) / (1 - beta2)
        agree("swats", [newest], [size], 1e-13, against=said(2))
        agree("swats", [kept["average"]], [mean], 1e-14, against=said(3))
        if kept["ratio"]:
            break
    large = rate(beta2=beta2, average=mean, t=k)
    agree("swats", [lr * kept["ratio"]], [large], 1e-14, against=said(5))
    heavy = {r"\beta_1": "beta1", "m_{t-1}": "m", "g_t": "g"}
    slow = {r"\theta_{t-1}": "w", r"\beta_1": "beta1", r"\Lambda": "rate", "m_t": "m"}
    moment = equation("eq:swats-m", "m_t", heavy)
    sgd = equation("eq:swats-sgd", r"\theta_t", slow)
    m, w_now = np.zeros(5), path[-1]
    for g in np.random.default_rng(4).normal(size=(3, 5)):
        w.grad = torch.tensor(g)
        optimizer.step()
        m = moment(beta1=beta1, m=m, g=g)
        agree("swats", optimizer.state[w]["m"], m, 1e-15, against=said(6))
        w_now = sgd(w=w_now, beta1=beta1, rate=large, m=m)
        agree("swats", w, w_now, 1e-14, against=said(7))
