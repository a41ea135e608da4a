"""Adagrad, and what the notes say about it."""

import numpy as np
import pytest
import torch
from helpers.courses import walk

from chainrule.optim import Adagrad
from chainrule.scratch.optim import adagrad as twin

OPTIONS = [
    {},
    {"lr": 0.3, "eps": 1e-3},
    {"lr": 0.5, "eps": 0.1},
    {"lr": 0.1, "weight_decay": 0.3, "maximize": False},
]


@pytest.mark.parametrize("fused", [None, False])
@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options, fused):
    theirs = {"lr_decay": 0, "initial_accumulator_value": 0, "foreach": False}
    oracle = walk(torch.optim.Adagrad, **options, **theirs)
    ours = walk(Adagrad, fused=fused, **options)
    agree("adagrad", ours, oracle, 1e-12, against="torch.optim.Adagrad")


@pytest.mark.equation("eq:adagrad-sum", "eq:adagrad-step")
@pytest.mark.parametrize("fused", [None, False])
def test_is_what_the_page_prints(agree, equation, fused):
    torch.manual_seed(0)
    w = torch.randn(5, dtype=torch.float64, requires_grad=True)
    optimizer = Adagrad([w], lr=0.3, eps=1e-2, fused=fused)
    symbols = {"s_{t-1}": "s", "g_t": "g"}
    total = equation("eq:adagrad-sum", "s_t", symbols)
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\epsilon": "eps"}
    symbols |= {"s_t": "s", "g_t": "g"}
    step = equation("eq:adagrad-step", r"\theta_t", symbols)
    s = np.zeros(5)
    for _ in range(7):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        g = w.grad.numpy()
        s = total(s=s, g=g)
        ours = optimizer.state[w]["s"]
        against = "printed equation (22.7)"
        agree("adagrad", ours, s, 1e-14, against=against)
        oracle = step(w=before, lr=0.3, eps=1e-2, s=s, g=g)
        agree("adagrad", w, oracle, 1e-14, against="printed equation (22.8)")


def movements(optimizer_class, gradients, **options):
    """How far one weight moves at each of these gradients."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], **options)
    places = [0.0]
    for g in gradients:
        w.grad = torch.full_like(w, g)
        optimizer.step()
        places.append(w.item())
    return np.diff(places)


def test_lr_decay_of_torch_divides_the_rate_hyperbolically(agree):
    """η / (1 + (t - 1) d): not the 1/√t of the lecture, and not from the first step."""
    gradients = np.random.default_rng(0).normal(size=12)
    for decay in (0.1, 0.7):
        theirs = movements(torch.optim.Adagrad, gradients, lr=0.5, lr_decay=decay)
        slower = 1 / (1 + np.arange(12) * decay)
        ours = slower * movements(Adagrad, gradients, lr=0.5)
        against = "torch.optim.Adagrad(lr_decay=…)"
        agree("adagrad", ours, theirs, 1e-15, against=against)


def test_the_rate_never_grows():
    """Notes B and C: two hundred tiny gradients after five large ones."""
    gradients = [1.0] * 5 + [0.01] * 200
    rates = -movements(Adagrad, gradients, lr=0.2, eps=0) / gradients
    assert rates[0] == pytest.approx(0.2)
    assert (np.diff(rates) <= 1e-15).all()
    assert rates[-1] == pytest.approx(0.2 / (5 + 200e-4) ** 0.5, rel=1e-9)


def test_its_rate_must_still_be_chosen():
    """Note C: on the ten public pairs a rate of 10 is fast, and 3 is slow."""
    x = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
    t = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)
    A, updates = np.column_stack([np.ones(10), x]), []
    best = np.linalg.lstsq(A, t, rcond=None)[0]
    for lr in (10.0, 3.0):
        theta, s, n = np.array([-120.0, -4.0]), np.zeros(2), 0
        while abs(theta[0] - best[0]) > 0.01 * abs(-120 - best[0]):
            theta, s = twin(theta, 2 * A.T @ (A @ theta - t), s, lr=lr)
            n += 1
        updates.append(n)
    assert updates == [3228, 11434]


def test_eps_stands_outside_the_root():
    """Notes C and E have √(s + ε): at g = ε that would be a step of almost nothing."""
    (moved,) = movements(Adagrad, [1e-4], lr=1.0, eps=1e-4)
    assert moved == pytest.approx(-0.5, rel=1e-12)


@pytest.mark.filterwarnings("ignore")
def test_the_listings_of_note_e_do_not_compile():
    mixed = "def f(a):\n\teps = 1\n\tfor x in a:\n \tx += eps\n \tx *= 2\n"
    with pytest.raises(TabError):
        compile(mixed, "Adagrad", "exec")
    broken = "for x in a:\n    y = 2 * x\n          + x\n"
    with pytest.raises(IndentationError):
        compile(broken, "RMSProp", "exec")
    with pytest.raises(TypeError, match="unhashable"):
        {}[np.zeros(1)]  # sq_grads[param]
