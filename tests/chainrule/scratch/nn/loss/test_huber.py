import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from chainrule.scratch.nn import huber, huber_gradient

UNIT = "huber-loss"


@pytest.mark.equation("eq:huber", by="torch.nn.HuberLoss")
@pytest.mark.parametrize("delta", [0.3, 1.0, 2.5])
@pytest.mark.parametrize("shape", [(1,), (50,), (4, 3), ()])
def test_value_and_gradient(agree, shape, delta):
    y, t = 2 * np.random.default_rng(0).normal(size=(2, *shape))
    leaf = torch.tensor(y, requires_grad=True)
    oracle = torch.nn.HuberLoss(delta=delta)(leaf, torch.tensor(t))
    oracle.backward()
    against = "torch.nn.HuberLoss"
    agree(UNIT, huber(y, t, delta), oracle, 1e-14, against=against)
    agree(UNIT, huber_gradient(y, t, delta), leaf.grad, 1e-15, against=against)


@pytest.mark.equation("eq:huber-slope")
@pytest.mark.parametrize("delta", [0.3, 1.0, 2.5])
def test_printed_slope(agree, equation, delta):
    y, t = 2 * np.random.default_rng(1).normal(size=(2, 40))
    symbols = {"N": "N", "y_n": "y", "t_n": "t", r"\delta": "delta"}
    left = r"\frac{\partial L}{\partial y_n}"
    printed = equation("eq:huber-slope", left, symbols)(N=40, y=y, t=t, delta=delta)
    ours = huber_gradient(y, t, delta)
    agree(UNIT, ours, printed, 1e-15, against="printed equation (4.7)")
    h = 1e-6 * np.eye(40)
    slopes = [(huber(y + e, t, delta) - huber(y - e, t, delta)) / 2e-6 for e in h]
    against = "central differences"  # which lose eps / h
    agree(UNIT, ours, slopes, 1e-8, atol=5e-10, against=against)


@given(st.floats(0.01, 100), st.sampled_from([-1, 1]))
def test_both_pieces_meet_with_one_value_and_one_slope(delta, side):
    at = np.array([side * delta])
    zero = np.zeros(1)
    for place in (at * (1 - 1e-9), at, at * (1 + 1e-9)):
        assert huber(place, zero, delta) == pytest.approx(delta**2 / 2, rel=1e-8)
        slope = huber_gradient(place, zero, delta)[0]
        assert slope == pytest.approx(side * delta, rel=1e-8)


def note_e(r):
    """As note E prints it: the 1/2 stands outside, but not inside."""
    return np.where(np.abs(r) > 1, np.abs(r) - 0.5, r**2)


def test_the_note_jumps():
    """At |r| = 1 note E's value falls from 1 to 1/2, its slope from 2 to 1."""
    below, above = note_e(np.array([1.0, 1 + 1e-9]))
    assert below == 1
    assert above == pytest.approx(0.5)
    h = 1e-6
    slopes = [(note_e(r + h) - note_e(r - h)) / (2 * h) for r in (1 - 2e-6, 1 + 2e-6)]
    assert slopes == pytest.approx([2, 1], abs=1e-5)
    r = np.linspace(-3, 3, 6001)
    theirs = torch.nn.functional.huber_loss(
        torch.tensor(r), torch.zeros(6001, dtype=torch.float64), reduction="none"
    ).numpy()
    assert np.abs(note_e(r) - theirs).max() == pytest.approx(0.5)


def test_a_larger_error_may_cost_less_in_the_note():
    assert note_e(np.array(1.2)) < note_e(np.array(0.9))


@pytest.mark.parametrize("delta", [0, -1.0, np.nan])
@pytest.mark.parametrize("function", [huber, huber_gradient])
def test_delta_must_be_positive(function, delta):
    with pytest.raises(ValueError, match=f"delta must be positive, got {delta}"):
        function(np.ones(2), np.ones(2), delta)


def test_limits(agree):
    """Large delta: half of MSE. Small delta: delta times MAE."""
    y, t = np.random.default_rng(2).normal(size=(2, 30))
    half = np.mean((y - t) ** 2) / 2
    agree(UNIT, huber(y, t, 1e3), half, 1e-15, against="closed form")
    tiny = huber(y, t, 1e-9) / 1e-9
    agree(UNIT, tiny, np.mean(np.abs(y - t)), 1e-8, against="closed form")
