import numpy as np
import pytest
import torch

from chainrule.scratch.nn import hardsigmoid, ramp, relu, sigmoid

Z = np.linspace(-8, 8, 3201)


@pytest.mark.equation("eq:hard-sigmoid")
@pytest.mark.parametrize("slope", [1 / 4, 1 / 5, 1 / 6])
def test_values(agree, equation, slope):
    symbols = {"z": "z", "a": "a"}
    printed = equation("eq:hard-sigmoid", r"\mathrm{hs}(z)", symbols)(z=Z, a=slope)
    ours = hardsigmoid(Z, slope)
    agree("hard-sigmoid", ours, printed, 1e-15, against="printed equation (3.6)")


def test_default_is_torchs(agree):
    oracle = torch.nn.Hardsigmoid()(torch.tensor(Z))
    ours, against = hardsigmoid(Z), "torch.nn.Hardsigmoid"
    agree("hard-sigmoid", ours, oracle, 1e-15, against=against)


def test_the_notes_form_is_another():
    """Note E's three cases are slope 1/5, Theano's; torch's slope is 1/6."""
    cases = np.where(Z < -2.5, 0, np.where(Z > 2.5, 1, 0.2 * Z + 0.5))
    np.testing.assert_allclose(hardsigmoid(Z, 0.2), cases, atol=1e-15)
    gap = np.abs(hardsigmoid(Z, 0.2) - hardsigmoid(Z)).max()
    assert gap == pytest.approx(1 / 12)  # at z = ±2.5


@pytest.mark.equation("eq:two-relus")
def test_two_relus_make_a_ramp(agree, equation):
    z = np.random.default_rng(0).normal(size=1000) * 3
    name = r"\mathrm{ramp}(z)"
    printed = equation("eq:two-relus", name, {"z": "z"})(z=z)
    unit = "two-relus-make-hard-sigmoid"
    agree(unit, ramp(z), printed, 1e-15, against="printed equation (3.13)")
    agree(unit, ramp(z), relu(z) - relu(z - 1), 1e-15, against="two ReLUs")
    agree(unit, ramp(z), np.clip(z, 0, 1), 0, against="numpy.clip")


def largest_gap(slope):
    """Closed form of the distance to the sigmoid: inside or at the bend."""
    at_bend = 1 - sigmoid(0.5 / slope)
    s = (1 + np.sqrt(1 - 4 * slope)) / 2  # where the sigmoid's slope is the same
    inside = s - 0.5 - slope * np.log(s / (1 - s))
    return max(at_bend, inside)


def test_no_ramp_is_the_sigmoid(agree):
    """Notes B and E say that two ReLUs give a sigmoid: never below 0.056."""
    z = np.linspace(-12, 12, 240_001)
    for slope in (1 / 4, 1 / 5, 1 / 6):
        gap = np.abs(hardsigmoid(z, slope) - sigmoid(z)).max()
        unit = "two-relus-make-hard-sigmoid"
        agree(unit, gap, largest_gap(slope), 1e-8, against="closed form")
    best = min(largest_gap(slope) for slope in np.linspace(0.1, 0.25, 15_001))
    assert best == pytest.approx(0.0561, abs=5e-5)
    assert largest_gap(1 / 5) == pytest.approx(0.0759, abs=5e-5)
    assert largest_gap(1 / 6) == pytest.approx(0.0692, abs=5e-5)


@pytest.mark.parametrize("slope", [0, -1, np.nan])
def test_refuses_a_slope_that_does_not_rise(slope):
    with pytest.raises(ValueError, match="slope must be positive, got"):
        hardsigmoid(Z, slope)
