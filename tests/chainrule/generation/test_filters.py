import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from chainrule.generation import keep_top_k, keep_top_p, with_temperature

UNIT = "autoregressive-decoder"
LOGITS = st.lists(st.integers(-6, 6), min_size=1, max_size=7)  # ties are likely


def kept(filtered):
    return {i for i, x in enumerate(filtered.tolist()) if x > -math.inf}


@given(LOGITS, st.integers(1, 9))
def test_top_k_keeps_what_fewer_than_k_surpass(logits, k):
    filtered = keep_top_k(torch.tensor(logits).double(), k)
    oracle = {i for i, x in enumerate(logits) if sum(y > x for y in logits) < k}
    assert kept(filtered) == oracle


@given(LOGITS, st.sampled_from([0.05, 0.31, 0.5, 0.77, 0.9, 0.999]))
def test_top_p_keeps_the_fewest_that_reach_p(logits, p):
    """By definition: in order of probability until the sum is at least p."""
    total = math.fsum(math.exp(x) for x in logits)
    order = sorted(range(len(logits)), key=lambda i: (-logits[i], i))
    oracle, reached = set(), 0.0
    for i in order:
        if reached >= p:
            break
        oracle.add(i)
        reached += math.exp(logits[i]) / total
    assert kept(keep_top_p(torch.tensor(logits).double(), p)) == oracle


def test_the_token_that_crosses_is_kept():
    logits = torch.tensor([0.5, 0.3, 0.15, 0.05], dtype=torch.float64).log()
    for p, many in ((0.49, 1), (0.51, 2), (0.79, 2), (0.81, 3), (0.96, 4), (1, 4)):
        assert len(kept(keep_top_p(logits, p))) == many


def test_of_equal_ones_the_first():
    """Many of them: a sort of few is stable by itself."""
    assert kept(keep_top_p(torch.zeros(1000, dtype=torch.float64), 0.4995)) == {
        *range(500)
    }


def test_top_p_of_one_keeps_all():
    """In float32 the sum over many reaches 1 before the last."""
    logits = torch.linspace(0, -40, 2000)
    assert len(kept(keep_top_p(logits, 1.0))) == 2000
    assert len(kept(keep_top_p(logits, 0.9999999))) < 2000


def test_rows_are_filtered_by_themselves(agree):
    logits = torch.randn(2, 3, 6, dtype=torch.float64)
    for keep, much in ((keep_top_k, 2), (keep_top_p, 0.6)):
        whole = keep(logits, much)
        for i in range(2):
            for j in range(3):
                alone = keep(logits[i, j], much)
                assert torch.equal(whole[i, j], alone)
        passed = whole > -math.inf
        agree(UNIT, whole[passed], logits[passed], 0, against="the logits")


def test_temperature(agree):
    """p^(1/T), made to add up to 1 again."""
    p = torch.tensor([0.6, 0.3, 0.1], dtype=torch.float64)
    for T in (0.5, 1.0, 2.0):
        found = with_temperature(p.log(), T).softmax(-1)
        powers = [x ** (1 / T) for x in p.tolist()]
        oracle = [x / sum(powers) for x in powers]
        agree(UNIT, found, oracle, 1e-14, against="p^(1/T) over its sum")


@pytest.mark.parametrize("temperature", [0, -1.0, math.nan])
def test_temperature_must_be_positive(temperature):
    with pytest.raises(ValueError, match=f"must be above 0, got {temperature}"):
        with_temperature(torch.zeros(3), temperature)


@pytest.mark.parametrize("p", [0, -0.1, 1.01, math.nan])
def test_top_p_is_a_share(p):
    with pytest.raises(ValueError, match=rf"top_p must be in \(0, 1\], got {p}"):
        keep_top_p(torch.zeros(3), p)


def test_top_k_is_at_least_one():
    with pytest.raises(ValueError, match="top_k must be at least 1, got 0"):
        keep_top_k(torch.zeros(3), 0)
