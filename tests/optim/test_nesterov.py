import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.optim import Nesterov
from chainrule.scratch.optim import nesterov as twin

OPTIONS = [
    {"lr": 0.01, "momentum": 0.9},
    {"lr": 0.02, "momentum": 0.5},
    {"lr": 0.01, "momentum": 0.7, "weight_decay": 0.3},
]


@pytest.mark.parametrize("options", OPTIONS)
def test_is_torch_while_the_rate_is_constant(agree, walk, options):
    oracle = walk(torch.optim.SGD, nesterov=True, **options)
    against = "torch.optim.SGD(nesterov=True)"
    agree(
        "nesterov-momentum", walk(Nesterov, **options), oracle, 1e-12, against=against
    )


@pytest.mark.parametrize("options", OPTIONS[:2])
def test_is_the_numpy_twin(agree, walk, twin_walk, options):
    against = "chainrule.scratch.optim.nesterov"
    oracle = twin_walk(twin, 1, **options)
    ours = walk(Nesterov, **options)
    agree("nesterov-momentum", ours, oracle, 1e-12, against=against)


def slope(w):
    return 4 * w**3 - 3 * np.sin(3 * w)


def two_copies(start, rates, mu):
    """Sutskever et al. (2013), equations 3 and 4; returns the look-ahead points."""
    theta, v, points = start, 0.0, []
    for rate in rates:
        v = mu * v - rate * slope(theta + mu * v)
        theta = theta + v
        points.append(theta + mu * v)
    return np.array(points)


def one_copy(optimizer_class, start, rates, mu, **options):
    w = torch.tensor([start], dtype=torch.float64, requires_grad=True)
    optimizer = optimizer_class([w], lr=1.0, momentum=mu, **options)
    points = []
    for rate in rates:
        optimizer.param_groups[0]["lr"] = rate
        w.grad = torch.tensor(slope(w.detach().numpy()))
        optimizer.step()
        points.append(w.item())
    return np.array(points)


some_rates = st.lists(st.floats(1e-3, 0.05), min_size=8, max_size=8)
starts, coefficients = st.floats(-1, 1), st.floats(0.1, 0.9)


@settings(deadline=None)
@given(starts, some_rates, coefficients)
def test_one_copy_is_two_copies_whatever_the_rates(start, rates, mu):
    gap = one_copy(Nesterov, start, rates, mu) - two_copies(start, rates, mu)
    assert np.abs(gap).max() < 1e-12


@settings(deadline=None)
@given(starts, st.floats(1e-3, 0.05), coefficients)
def test_torch_is_the_same_for_one_rate(start, rate, mu):
    theirs = one_copy(torch.optim.SGD, start, [rate] * 8, mu, nesterov=True)
    assert np.abs(one_copy(Nesterov, start, [rate] * 8, mu) - theirs).max() < 1e-12


def test_torch_is_another_when_the_rate_changes(agree):
    """After a change, torch's whole memory moves at the new rate, ours at the old."""
    rates, mu = [0.04] * 4 + [0.004] * 4, 0.9
    ours = one_copy(Nesterov, 0.5, rates, mu)
    theirs = one_copy(torch.optim.SGD, 0.5, rates, mu, nesterov=True)
    assert np.abs(ours - theirs)[:4].max() < 1e-15
    assert np.abs(ours - theirs)[4:].min() > 0.005
    oracle = two_copies(0.5, rates, mu)
    agree("nesterov-no-copy-form", ours, oracle, 1e-13, against="two copies (2013)")
