import numpy as np
import pytest
import torch
from helpers.courses import walk
from torch.optim import lr_scheduler

from chainrule.optim import NAdam

OPTIONS = [
    {},
    {"lr": 0.01, "eps": 1e-3, "momentum_decay": 0.5},
    {"lr": 0.01, "betas": (0.5, 0.7), "eps": 0.1, "momentum_decay": 0.0},
    {"lr": 0.01, "betas": (0.0, 0.9), "eps": 0.3},
    {"lr": 0.01, "weight_decay": 0.3, "maximize": False},
]


@pytest.fixture(autouse=True)
def double():
    """torch keeps its product of all μ in float32, unless this is set."""
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, options):
    ours, oracle = walk(NAdam, **options), walk(torch.optim.NAdam, **options)
    agree("nadam", ours, oracle, 1e-12, against="torch.optim.NAdam")


def test_is_torch_while_a_schedule_moves_beta1(agree):
    """The product of all μ is kept: no formula of t alone gives it here."""

    def cycled(optimizer_class):
        schedulers = []

        def change(optimizer, step):
            if not schedulers:
                given = {"max_lr": 0.03, "total_steps": 61}
                schedulers.append(lr_scheduler.OneCycleLR(optimizer, **given))
            elif step:
                schedulers[0].step()

        return walk(optimizer_class, change=change)

    ours, oracle = cycled(NAdam), cycled(torch.optim.NAdam)
    agree("nadam", ours, oracle, 1e-12, against="torch.optim.NAdam")


def test_total_is_one_minus_the_product(agree):
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimizer = NAdam([w], betas=(0.9, 0.999))
    for _ in range(50):
        w.grad = torch.ones_like(w)
        optimizer.step()
    mu = 0.9 * (1 - 0.5 * 0.96 ** (4e-3 * np.arange(1, 51)))
    ours = [optimizer.state[w]["total"]]
    agree("nadam", ours, [1 - np.prod(mu)], 1e-15, against="closed form")


def test_torch_rounds_its_product():
    """By default it is a float32, whatever the weights are; ours is no tensor."""
    torch.set_default_dtype(torch.float32)
    gap = np.abs(walk(NAdam) - walk(torch.optim.NAdam)).max()
    assert 1e-12 < gap < 1e-6


def test_mu_is_not_the_coefficient_of_m():
    """torch and Keras average with beta1, though μ is only about half of it."""
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    w.grad = torch.ones_like(w)
    theirs = torch.optim.NAdam([w], betas=(0.9, 0.999))
    theirs.step()
    assert theirs.state[w]["exp_avg"].item() == pytest.approx(0.1)
    assert theirs.state[w]["mu_product"].item() == pytest.approx(0.45, abs=1e-3)


@pytest.mark.equation("eq:nadam-mu", "eq:nadam-step")
def test_is_what_the_page_prints(agree, equation):
    schedule = {r"\beta_1": "beta1", r"\psi": "psi", "t": "t"}
    mu = equation("eq:nadam-mu", r"\mu_t", schedule)
    symbols = {r"\theta_{t-1}": "w", r"\eta": "lr", r"\hat v_t": "v_hat"}
    symbols |= {r"\epsilon": "eps", "m_t": "m", "g_t": "g", "P_t": "product"}
    symbols |= {r"\mu_t": "mu", r"\mu_{t+1}": "after"}
    printed = equation("eq:nadam-step", r"\theta_t", symbols)
    torch.manual_seed(0)
    w = torch.randn(5, requires_grad=True)
    given = {"lr": 0.1, "eps": 1e-2}
    optimizer = NAdam([w], betas=(0.8, 0.7), momentum_decay=3.0, **given)
    product = 1.0
    for t in range(1, 9):
        before = w.detach().numpy().copy()
        w.grad = torch.randn_like(w)
        optimizer.step()
        state, g = optimizer.state[w], w.grad.numpy()
        now, after = (mu(beta1=0.8, psi=3.0, t=k) for k in (t, t + 1))
        product *= now
        kept = [1 - optimizer.state[w]["total"]]
        agree("nadam", kept, [product], 1e-14, against="printed equation (25.3)")
        moments = {"m": state["m"].numpy(), "v_hat": state["v"].numpy() / (1 - 0.7**t)}
        schedules = {"mu": now, "after": after, "product": product}
        oracle = printed(w=before, g=g, **moments, **schedules, **given)
        agree("nadam", w, oracle, 1e-14, against="printed equation (25.4)")
