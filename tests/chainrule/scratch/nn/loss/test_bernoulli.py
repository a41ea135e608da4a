import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from chainrule.scratch.nn import bernoulli_log_prob, binary_cross_entropy

UNIT = "bernoulli-distribution"


@pytest.mark.parametrize("p", [1e-6, 0.2, 0.5, 0.87, 1 - 1e-6])
def test_is_torchs(agree, p):
    x = np.array([0.0, 1.0])
    torchs = torch.distributions.Bernoulli(torch.tensor(p, dtype=torch.float64))
    oracle = torchs.log_prob(torch.tensor(x))
    against = "torch.distributions.Bernoulli"
    agree(UNIT, bernoulli_log_prob(x, p), oracle, 1e-12, against=against)


@pytest.mark.equation("eq:bernoulli", "eq:bernoulli-log")
@pytest.mark.parametrize("p", [0.1, 0.5, 0.93])
def test_is_the_printed_one(agree, equation, p):
    x = np.array([0, 1, 1, 0])
    ours = bernoulli_log_prob(x, p)
    printed = equation("eq:bernoulli", "P(x)", {"p": "p", "x": "x"})(p=p, x=x)
    agree(UNIT, np.exp(ours), printed, 1e-15, against="printed equation (6.16)")
    printed = equation("eq:bernoulli-log", r"\ln P(x)", {"p": "p", "x": "x"})
    agree(UNIT, ours, printed(p=p, x=x), 1e-15, against="printed equation (6.17)")
    loss = binary_cross_entropy(np.full(4, p), x)
    against = "chainrule.scratch.nn.binary_cross_entropy"
    agree(UNIT, -ours.mean(), loss, 1e-15, against=against)


@given(st.floats(0, 1))
def test_sums_mean_and_variance(p):
    P = np.exp(bernoulli_log_prob([0, 1], p))
    assert P.sum() == pytest.approx(1)
    mean = P @ [0, 1]
    assert mean == pytest.approx(p)
    assert P @ (np.array([0, 1]) - mean) ** 2 == pytest.approx(p * (1 - p))


def test_the_share_of_ones_is_the_most_likely_p():
    x = np.repeat([1, 0], [79, 61])
    grid = np.linspace(0, 1, 141)
    total = [bernoulli_log_prob(x, p).sum() for p in grid]
    assert grid[np.argmax(total)] == pytest.approx(79 / 140)


def test_certainty():
    assert bernoulli_log_prob([1, 0], [1.0, 0.0]).tolist() == [0, 0]
    assert bernoulli_log_prob([0, 1], [1.0, 0.0]).tolist() == [-np.inf] * 2


@pytest.mark.parametrize(
    ("x", "p", "message"),
    [
        ([0.5], 0.3, "outcomes must be 0 or 1"),
        ([np.nan], 0.3, "outcomes must be 0 or 1"),
        ([1], 1.2, r"p must lie in \[0, 1\]"),
        ([1], np.nan, r"p must lie in \[0, 1\]"),
    ],
)
def test_refuses(x, p, message):
    with pytest.raises(ValueError, match=message):
        bernoulli_log_prob(x, p)
