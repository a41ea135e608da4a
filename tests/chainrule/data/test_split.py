import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chainrule.data import split


@given(st.integers(2, 60), st.integers(0, 99), st.data())
def test_every_sample_is_on_one_side_with_its_class(n, seed, data):
    held = data.draw(st.integers(1, n - 1))
    t = np.arange(n)
    (X, kept), (Y, aside) = split(t[:, None] * 2.0, t, held, seed)
    assert (len(kept), len(aside)) == (n - held, held)
    assert sorted([*kept, *aside]) == [*range(n)]
    assert np.array_equal(X[:, 0], 2 * kept)
    assert np.array_equal(Y[:, 0], 2 * aside)


def test_a_seed_repeats_and_every_sample_may_be_held():
    t = np.arange(5)
    held = [split(t, t, 1, seed)[1][1][0] for seed in range(100)]
    assert held == [split(t, t, 1, seed)[1][1][0] for seed in range(100)]
    assert {*held} == {*range(5)}


def test_order_is_mixed_and_nothing_is_shared(agree):
    X, t = np.arange(100.0), np.arange(100)
    (A, kept), (B, aside) = split(X, t, 10)
    assert list(kept) != sorted(kept)
    for ours, all_ in (([*kept, *aside], t), ([*A, *B], X)):
        agree("mnist-dataset", np.sort(ours), all_, 0, against="the samples given")
    A[:] = 0
    assert X.sum() == 4950


@pytest.mark.parametrize(
    ("n", "m", "held"), [(5, 5, 0), (5, 5, 5), (5, 4, 1), (0, 0, 1)]
)
def test_refuses_to_hold_all_or_nothing(n, m, held):
    with pytest.raises(ValueError, match=f"cannot hold {held} of {n} rows, {m} "):
        split(np.zeros((n, 2)), np.zeros(m), held)
