import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.optim import Momentum
from chainrule.scratch.optim import momentum as twin

OPTIONS = [
    {"lr": 0.01},
    {"lr": 0.02, "momentum": 0.5},
    {"lr": 0.03, "momentum": 0.0},
    {"lr": 0.01, "weight_decay": 0.3, "maximize": False},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_while_the_rate_is_constant(agree, walk, options):
    oracle = walk(torch.optim.SGD, **{"momentum": 0.9, **options})
    ours = walk(Momentum, **options)
    agree("sgd-momentum", ours, oracle, 1e-12, against="torch.optim.SGD(momentum=…)")


@pytest.mark.parametrize("options", OPTIONS[:3])
def test_is_the_numpy_twin(agree, walk, twin_walk, options):
    against = "chainrule.scratch.optim.momentum"
    oracle = twin_walk(twin, 1, **options)
    agree("sgd-momentum", walk(Momentum, **options), oracle, 1e-12, against=against)


def follow(optimizer_class, gradients, rates, **options):
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=1.0, **options)
    out = []
    for g, rate in zip(gradients, rates, strict=True):
        optimizer.param_groups[0]["lr"] = rate
        w.grad = torch.full_like(w, g)
        optimizer.step()
        out.append(w.item())
    return np.array(out)


rates = st.lists(st.floats(1e-3, 1.0), min_size=6, max_size=6)
gradients = st.lists(st.floats(-2, 2), min_size=6, max_size=6)


@settings(deadline=None)
@given(gradients, rates, st.floats(0, 0.99))
def test_movement_is_a_weighted_sum_of_all_gradients(gs, etas, mu):
    """m_k = -sum_j mu^(k-j) eta_j g_j: each gradient keeps the rate of its step."""
    ours = follow(Momentum, gs, etas, momentum=mu)
    k = np.arange(6)
    powers = np.tril(mu ** np.maximum(k[:, None] - k, 0))
    steps = -powers @ (np.array(etas) * gs)
    assert np.abs(ours - steps.cumsum()).max() < 1e-11


@settings(deadline=None)
@given(gradients, rates, st.floats(0, 0.99))
def test_torch_gives_old_gradients_the_new_rate(gs, etas, mu):
    """torch moves by -eta_k sum_j mu^(k-j) g_j: the same only for one rate."""
    theirs = follow(torch.optim.SGD, gs, etas, momentum=mu)
    k = np.arange(6)
    powers = np.tril(mu ** np.maximum(k[:, None] - k, 0))
    steps = -np.array(etas) * (powers @ np.array(gs))
    assert np.abs(theirs - steps.cumsum()).max() < 1e-11


def test_a_tenfold_lower_rate_shows_the_difference():
    gs, etas = [1.0, 0.0], [1.0, 0.1]
    assert follow(Momentum, gs, etas, momentum=0.5).tolist() == [-1.0, -1.5]
    assert follow(torch.optim.SGD, gs, etas, momentum=0.5).tolist() == [-1.0, -1.05]
