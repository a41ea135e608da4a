import numpy as np
import pytest
import torch
from helpers import courses
from helpers.courses import walk

from chainrule.optim import Momentum, TorchMomentum

OPTIONS = [
    {"lr": 0.01, "momentum": 0.9},
    {"lr": 0.02, "momentum": 0.5},
    {"lr": 0.01, "momentum": 0.7, "weight_decay": 0.3},
]


def schedule(optimizer, step):
    """Another rate in every step, and another coefficient now and then."""
    for group in optimizer.param_groups:
        group["lr"] = 0.01 * (1 + step % 7)
        group["momentum"] = 0.9 if step % 20 < 10 else 0.4


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("change", [None, schedule], ids=["constant", "changing"])
def test_is_torch(agree, options, fused, change):
    given = options | ({"change": change} if change else {})
    oracle = walk(torch.optim.SGD, fused=False, **given)
    ours = walk(TorchMomentum, fused=fused, **given)
    agree("sgd-momentum", ours, oracle, 1e-12, against="torch.optim.SGD(momentum=…)")


def test_is_momentum_while_the_rate_is_constant(agree):
    ours, oracle = walk(TorchMomentum, lr=0.02), walk(Momentum, lr=0.02)
    agree("sgd-momentum", ours, oracle, 1e-12, against="chainrule.optim.Momentum")


def follow(gradients, rates, mu, start):
    """Weights before and after each step, and the buffer, as rows."""
    w = torch.tensor(start, dtype=torch.float64).requires_grad_()
    optimizer, befores, rows = TorchMomentum([w], momentum=mu), [], []

    def change(optimizer, step):
        befores.append(w.detach().numpy().copy())
        optimizer.param_groups[0]["lr"] = rates[step]

    gradient, steps = courses.listed(gradients), range(len(rates))
    for _ in courses.drive(optimizer, gradient, steps, change):
        b = optimizer.state[w]["b"].numpy().copy()
        rows.append((befores[-1], w.detach().numpy().copy(), b))
    return rows


@pytest.mark.equation("eq:torch-buffer", "eq:torch-step", "eq:torch-unrolled")
def test_is_what_the_page_prints(agree, equation):
    rng = np.random.default_rng(0)
    gs, rates, mu = rng.normal(size=(9, 3)), rng.uniform(0.1, 1, size=9), 0.7
    symbols = {r"\mu": "mu", "b_{t-1}": "b", "g_t": "g"}
    buffer = equation("eq:torch-buffer", "b_t", symbols)
    symbols = {r"\theta_{t-1}": "w", r"\eta_t": "lr", "b_t": "b"}
    step = equation("eq:torch-step", r"\theta_t", symbols)
    symbols = {r"\mu": "mu", r"\eta_t": "lr", "g_i": "g[i]", "t": "t"}
    moved = equation("eq:torch-unrolled", r"\theta_t - \theta_{t-1}", symbols)
    b = np.zeros(3)
    for t, (before, after, kept) in enumerate(follow(gs, rates, mu, [1.0, -2, 3]), 1):
        b = buffer(mu=mu, b=b, g=gs[t - 1])
        agree("sgd-momentum", kept, b, 1e-14, against="printed equation (21.5)")
        oracle = step(w=before, lr=rates[t - 1], b=b)
        agree("sgd-momentum", after, oracle, 1e-14, against="printed equation (21.6)")
        oracle = moved(mu=mu, lr=rates[t - 1], g=gs[:t], t=t)
        against = "printed equation (21.7)"
        agree("sgd-momentum", after - before, oracle, 1e-13, against=against)


def test_without_momentum_the_buffer_is_the_last_gradient():
    """torch keeps none, and so starts anew when its momentum is switched on."""

    def ends(optimizer_class):
        w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
        optimizer = optimizer_class([w], lr=1.0, momentum=0.0)
        for mu in (0.0, 0.5):
            optimizer.param_groups[0]["momentum"] = mu
            w.grad = torch.ones_like(w)
            optimizer.step()
        return w.item()

    assert ends(TorchMomentum) == -2.5
    assert ends(torch.optim.SGD) == -2.0
