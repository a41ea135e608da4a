import numpy as np
import pytest

from chainrule.scratch.nn import (
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_gradient,
    gaussian_nll,
    gaussian_nll_gradient,
    half_squared_error,
    half_squared_error_gradient,
    hinge,
    hinge_gradient,
    huber,
    huber_gradient,
    l1,
    l1_gradient,
    mse,
    mse_gradient,
    zero_one,
)
from chainrule.scratch.nn.loss.checks import distributions, probabilities, target_rows

PAIRS = [
    binary_cross_entropy,
    binary_cross_entropy_gradient,
    binary_cross_entropy_with_logits,
    binary_cross_entropy_with_logits_gradient,
    half_squared_error,
    half_squared_error_gradient,
    hinge,
    hinge_gradient,
    huber,
    huber_gradient,
    l1,
    l1_gradient,
    mse,
    mse_gradient,
    zero_one,
    lambda y, t: gaussian_nll(y, t, 1.0),
    lambda y, t: gaussian_nll_gradient(y, t, 1.0),
]


@pytest.mark.parametrize("loss", PAIRS)
@pytest.mark.parametrize(
    ("y", "t", "message"),
    [
        (np.ones((3, 1)), np.ones(3), r"y \(3, 1\), t \(3,\)"),
        (np.ones(()), np.ones(1), r"y \(\), t \(1,\)"),
        (np.ones(0), np.ones(0), r"none|nothing"),
        (np.array([1.0, np.nan]), np.ones(2), "NaN"),
        (np.ones(2), np.array([np.nan, 1.0]), "NaN"),
    ],
)
def test_every_loss_of_pairs_refuses(loss, y, t, message):
    with pytest.raises(ValueError, match=message):
        loss(y, t)


@pytest.mark.parametrize("loss", PAIRS)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_what_adds_up_is_float64_and_what_does_not_follows(loss, dtype):
    y = np.ones(3, dtype)
    result = loss(y, y)
    for value in result if isinstance(result, tuple) else [result]:
        assert value.dtype == (dtype if np.ndim(value) else np.float64)


@pytest.mark.parametrize("p", [[-0.1, 1.1], [0.5, np.nan], [2.0]])
def test_what_is_no_probability(p):
    with pytest.raises(ValueError, match=r"t must lie in \[0, 1\]"):
        probabilities("t", p)


@pytest.mark.parametrize(
    ("p", "message"),
    [
        (0.5, r"y must be \(\.\.\., K\) with rows"),
        ([[0.5, 0.6], [0.5, 0.5]], "rows of y must add up to 1"),
        (np.ones((3, 0)), "with rows"),
    ],
)
def test_what_is_no_distribution(p, message):
    with pytest.raises(ValueError, match=message):
        distributions("y", p)


def test_one_hot():
    y = np.zeros((2, 3), np.float32)
    assert target_rows([2, 0], y).tolist() == [[0, 0, 1], [1, 0, 0]]
    assert target_rows([2, 0], y).dtype == np.float32
    rows = [[0.2, 0.3, 0.5], [1, 0, 0]]
    assert target_rows(rows, y).tolist() == rows


@pytest.mark.parametrize(
    ("t", "message"),
    [
        ([0, 3], r"classes must be 0 to 2, got \[0 3\]"),
        ([-1, 0], r"classes must be 0 to 2, got \[-1  0\]"),
        ([0.0, 1.0], r"integers \(2,\) or probabilities \(2, 3\), got float64 \(2,\)"),
        ([0, 1, 2], r"got int64 \(3,\)"),
        ([[0.5, 0.5, 0.5], [1, 0, 0]], "rows of t must add up to 1"),
    ],
)
def test_what_is_no_target(t, message):
    with pytest.raises(ValueError, match=message):
        target_rows(t, np.zeros((2, 3)))
