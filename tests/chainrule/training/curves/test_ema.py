import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy import signal

from chainrule.training import ema, lr_range_test

UNIT = "moving-average-of-loss"
BETAS = [0.0, 0.3, 0.9, 0.999]


@pytest.mark.parametrize("beta", BETAS)
@pytest.mark.parametrize("shape", [(1,), (60,), (40, 3), (5, 2, 2)])
def test_is_the_closed_form(agree, beta, shape):
    """m_t = Σ_s (1 - β) β^(t-s) x_s / Σ_s (1 - β) β^(t-s)."""
    values = np.random.default_rng(0).uniform(0.5, 2, size=shape)
    age = np.subtract.outer(np.arange(shape[0]), np.arange(shape[0]))
    weights = np.where(age >= 0, (1 - beta) * beta ** np.maximum(age, 0), 0)
    plain = np.tensordot(weights, values, 1)
    mean = np.tensordot(weights / weights.sum(1, keepdims=True), values, 1)
    agree(
        UNIT,
        ema(values, beta, bias_correction=False),
        plain,
        1e-13,
        against="the closed form",
    )
    agree(UNIT, ema(values, beta), mean, 1e-12, against="the closed form")


@pytest.mark.parametrize("beta", BETAS)
def test_is_a_filter(agree, beta):
    values = np.random.default_rng(1).uniform(0.5, 2, size=200)
    plain = signal.lfilter([1 - beta], [1, -beta], values)
    ones = signal.lfilter([1 - beta], [1, -beta], np.ones(200))
    against = "scipy.signal.lfilter"
    found = ema(values, beta, bias_correction=False)
    agree(UNIT, found, plain, 1e-13, against=against)
    agree(UNIT, ema(values, beta), plain / ones, 1e-12, against=against)


def test_is_the_first_moment_of_adam(agree):
    """With the second moment switched off, steps are the corrected averages."""
    gradients = np.random.default_rng(2).normal(size=30)
    w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=1.0, betas=(0.9, 0.0), eps=0.0)
    averages = []
    for g in gradients:
        before = w.item()
        w.grad = torch.tensor([g])
        optimizer.step()
        averages.append((before - w.item()) * abs(g))  # v_t = g_t²
    agree(
        UNIT,
        ema(gradients),
        np.array(averages),
        1e-11,
        against="torch.optim.Adam",
        atol=1e-14,  # gradients of both signs cancel
    )


def test_is_how_the_range_test_smooths(agree):
    model = torch.nn.Linear(1, 1).double()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    x = torch.linspace(-1, 1, 9, dtype=torch.float64)[:, None]

    def loss_of(x):
        return (model(x) - x.exp()).square().mean()

    found = lr_range_test(model, optimizer, loss_of, [x], end=10.0, smoothing=0.8)
    agree(
        UNIT,
        ema(found.losses, 0.8),
        found.smoothed,
        1e-13,
        against="chainrule.training.lr_range_test",
    )


@given(st.sampled_from(BETAS), st.integers(1, 40), st.floats(0.1, 9))
def test_a_constant_is_unchanged(beta, length, value):
    np.testing.assert_allclose(ema([value] * length, beta), value, rtol=1e-12)


def test_without_correction_it_begins_near_zero():
    assert ema([8.0, 8.0], 0.75, bias_correction=False).tolist() == [2, 3.5]
    assert ema([8.0, 0.0], 0.5).tolist() == [8, 8 / 3]
    assert ema([5.0, 7.0, 3.0], 0.0).tolist() == [5, 7, 3]


def test_takes_lists_and_tensors():
    for values in ([4, 2], (4, 2), torch.tensor([4, 2])):
        assert ema(values, 0.0).tolist() == [4.0, 2.0]
    assert ema([]).tolist() == []


def test_bad_input_is_named():
    for beta in (-0.1, 1.0, 1.5, np.nan):
        with pytest.raises(ValueError, match=rf"in \[0, 1\), got {beta}"):
            ema([1.0], beta)
    with pytest.raises(ValueError, match=r"\(T, ...\), got 3.0"):
        ema(3.0)
