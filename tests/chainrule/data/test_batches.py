from itertools import combinations, product
from math import ceil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chainrule.data import Batches

SIZES = st.integers(1, 60), st.integers(1, 70)


@pytest.mark.equation("eq:updates-per-epoch", by="division rounded up, and counting")
@given(*SIZES)
def test_an_epoch_is_a_permutation_in_batches(samples, size):
    batches = Batches(samples, size, seed=0)
    for _ in range(2):
        epoch = list(batches)
        assert len(epoch) == len(batches) == ceil(samples / size)
        assert sorted(np.concatenate(epoch)) == [*range(samples)]
        assert {len(rows) for rows in epoch[:-1]} <= {size}
        assert len(epoch[-1]) == (samples - 1) % size + 1


@given(*SIZES)
def test_a_short_last_batch_can_be_dropped(samples, size):
    if size > samples:
        with pytest.raises(ValueError, match=f"no batches of {size} in {samples} "):
            Batches(samples, size, drop_last=True)
        return
    batches = Batches(samples, size, seed=0, drop_last=True)
    epoch = list(batches)
    assert len(epoch) == len(batches) == samples // size
    assert {len(rows) for rows in epoch} == {size}
    assert len({*np.concatenate(epoch)}) == len(epoch) * size


def test_what_is_dropped_changes_from_epoch_to_epoch():
    batches = Batches(10, 3, seed=0, drop_last=True)
    left = [{*range(10)} - {*np.concatenate(list(batches))} for _ in range(40)]
    assert len(set.union(*left)) == 10


def test_every_epoch_has_another_order():
    batches = Batches(20, 5, seed=0)
    epochs = [tuple(np.concatenate(list(batches))) for _ in range(50)]
    assert len({*epochs}) == 50
    assert len({frozenset(epoch[:5]) for epoch in epochs}) > 45  # others together


def test_every_order_is_as_likely():
    batches = Batches(3, 1, seed=0)
    counts = {}
    for _ in range(6000):
        order = tuple(int(rows[0]) for rows in batches)
        counts[order] = counts.get(order, 0) + 1
    assert len(counts) == 6
    assert max(abs(n - 1000) for n in counts.values()) < 120  # four deviations


def test_a_seed_repeats_and_a_generator_goes_on():
    def order(seed):
        return np.concatenate(list(Batches(50, 7, seed)))

    assert np.array_equal(order(3), order(3))
    assert not np.array_equal(order(3), order(4))
    rng = np.random.default_rng(3)
    assert np.array_equal(order(rng), order(3))
    assert not np.array_equal(order(rng), order(3))


@pytest.mark.parametrize(("samples", "size"), [(0, 1), (5, 0), (5, -1), (-2, 3)])
def test_refuses_nonsense(samples, size):
    with pytest.raises(ValueError, match=f"no batches of {size} in {samples} samples"):
        Batches(samples, size)


def gradients(theta, x, t):
    """Of every sample's squared error of θ₁ + θ₂ x."""
    error = theta[0] + theta[1] * x - t
    return 2 * error[:, None] * np.stack([np.ones_like(x), x], axis=1)


@pytest.mark.equation(
    "eq:batch-gradient", "eq:unbiased", by="all batches, and a difference quotient"
)
def test_mean_over_all_batches_is_the_full_gradient(agree):
    rng = np.random.default_rng(0)
    x, t, theta = rng.normal(size=6), rng.normal(size=6), rng.normal(size=2)

    def loss(theta):
        return np.mean((theta[0] + theta[1] * x - t) ** 2)

    h = 1e-5 * np.eye(2)
    full = [(loss(theta + d) - loss(theta - d)) / 2e-5 for d in h]
    each = gradients(theta, x, t)
    for size in range(1, 7):
        means = [each[[*rows]].mean(axis=0) for rows in combinations(range(6), size)]
        mean = np.mean(means, axis=0)
        agree("stochastic-gradient-descent", mean, full, 1e-9, against="differences")
    epoch = [each[rows].mean(axis=0) for rows in Batches(6, 2, seed=0)]
    unit = "stochastic-gradient-descent"
    agree(unit, np.mean(epoch, axis=0), full, 1e-9, against="differences")


@pytest.mark.equation("eq:batch-variance", "eq:batch-variance-without")
def test_variance_of_a_batch_by_counting_all(agree, equation):
    symbols = {r"\sigma^2": "variance", "B": "B"}
    replaced = equation("eq:batch-variance", r"\operatorname{Var}[g_t]", symbols)
    symbols |= {"N": "N"}
    kept = equation("eq:batch-variance-without", r"\operatorname{Var}[g_t]", symbols)
    g = np.random.default_rng(0).normal(size=6)
    variance = g.var()
    unit = "full-batch-versus-single-sample"
    for size in range(1, 5):
        rows = np.array([*product(range(6), repeat=size)])
        oracle = g[rows].mean(axis=1).var()
        ours = replaced(variance=variance, B=size)
        agree(unit, ours, oracle, 1e-14, against="printed equation (20.5)")
        rows = np.array([*combinations(range(6), size)])
        oracle = g[rows].mean(axis=1).var()
        ours = kept(variance=variance, B=size, N=6)
        agree(unit, ours, oracle, 1e-14, against="printed equation (20.6)")


@pytest.mark.parametrize("size", [4, 20])
def test_the_full_batch_stays_in_a_poor_minimum(size):
    """Note A sends it to the global optimum; single samples do get there."""
    slopes = np.linspace(-1.5, 1.5, 20)

    def end(size, updates=1000):
        theta, done, batches = 0.84, 0, Batches(20, size, seed=0)
        while done < updates:
            for rows in batches:
                slope = theta**3 - theta + 0.25 + slopes[rows].mean()
                theta, done = theta - 0.3 * slope, done + 1
        return theta

    assert end(size) > 0.3
    assert end(1) < 0
