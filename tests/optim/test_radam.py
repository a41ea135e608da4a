import numpy as np
import pytest
import torch

from chainrule.optim import RAdam
from chainrule.scratch.optim import radam as twin

OPTIONS = [
    {},
    {"lr": 0.03, "eps": 1e-3},
    {"lr": 0.02, "betas": (0.5, 0.9), "eps": 0.1},
    {"lr": 0.01, "betas": (0.9, 0.5)},  # never rectified: the limit of rho is 3
    {"lr": 0.01, "weight_decay": 0.3, "maximize": False},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch(agree, walk, options):
    ours, oracle = walk(RAdam, **options), walk(torch.optim.RAdam, **options)
    agree("radam", ours, oracle, 1e-12, against="torch.optim.RAdam")


@pytest.mark.parametrize("options", OPTIONS[:4])
def test_is_the_numpy_twin(agree, walk, twin_walk, options):
    oracle = twin_walk(twin, 2, clock=True, **options)
    against = "chainrule.scratch.optim.radam"
    agree("radam", walk(RAdam, **options), oracle, 1e-12, against=against)


def path(gradients, optimizer_class, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer, out = optimizer_class([w], **options), []
    for g in gradients:
        w.grad = torch.full_like(w, g)
        optimizer.step()
        out.append(w.item())
    return np.array(out)


def test_first_steps_are_momentum_alone(agree):
    """Five steps of length η m̂: no gradient is divided by its own size."""
    gradients = np.random.default_rng(0).normal(size=6) * 10.0 ** np.arange(6)
    t = np.arange(1, 7)
    powers = np.tril(0.9 ** np.maximum(t[:, None] - t, 0))
    m_hat = 0.1 * (powers @ gradients) / (1 - 0.9**t)
    ours = np.diff(path(gradients, RAdam, lr=0.01), prepend=0.0)
    agree("radam", ours[:5], -0.01 * m_hat[:5], 1e-12, against="closed form")
    assert abs(ours[5]) < 1e-5 * abs(0.01 * m_hat[5])


def test_the_rectified_rate_grows_to_that_of_adam(agree):
    """For a constant gradient Adam's step is η, and that of RAdam r times η."""
    t = np.arange(1, 5001.0)
    ours = -np.diff(path(np.full(5000, 3.0), RAdam, lr=1.0, eps=0.0), prepend=0.0)
    top = 2 / 0.001 - 1
    rho = top - 2 * t * 0.999**t / (1 - 0.999**t)
    r = ((rho - 4) * (rho - 2) * top / ((top - 4) * (top - 2) * rho))[5:] ** 0.5
    agree("radam", ours[5:], r, 1e-9, against="closed form")
    agree("radam", ours[:5], np.full(5, 3.0), 1e-14, against="closed form")
    assert r[0] == pytest.approx(0.026, abs=1e-3)
    assert r[-1] > 0.95
    assert (np.diff(r) > 0).all()
