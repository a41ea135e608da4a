"""The synthetic Pokémon: counts, sums, and the Gaussians they come from."""

import numpy as np
import pytest

from chainrule.data import pokemon_gaussian, pokemon_stats
from chainrule.data.pokemon import STATS, TYPES

UNIT = "pokemon-type-classification"


def test_counts_names_and_totals():
    X, y = pokemon_stats()
    assert X.shape == (140, 7)
    assert y.shape == (140,)
    assert (y == "water").sum() == 79
    assert (y == "normal").sum() == 61
    np.testing.assert_array_equal(X[:, 0], X[:, 1:].sum(axis=1))
    np.testing.assert_array_equal(X, np.round(X))
    assert X.min() >= 1
    assert len(STATS) == 6


def test_the_total_makes_the_covariance_singular():
    X, _ = pokemon_stats(samples=(500, 500))
    assert np.linalg.matrix_rank(X - X.mean(axis=0)) == 6


def test_a_seed_fixes_the_data():
    first, _ = pokemon_stats(seed=3)
    again, _ = pokemon_stats(seed=np.random.default_rng(3))
    other, _ = pokemon_stats(seed=4)
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


@pytest.mark.parametrize("name", TYPES)
def test_gaussian_is_that_of_the_common_strength(agree, name):
    """mean + A z for seven independent numbers z: the strength, then one e each."""
    mean, deviation, share = np.array(TYPES[name], float)
    own = np.diag(deviation * np.sqrt(1 - share**2))
    A = np.column_stack([deviation * share, own])
    for ours, exact in zip(pokemon_gaussian(name), (mean, A @ A.T), strict=True):
        agree(UNIT, ours, exact, 1e-15, against="closed form")


@pytest.mark.parametrize("name", TYPES)
def test_many_samples_have_the_moments_of_the_gaussian(agree, name):
    n = 200_000
    X, _ = pokemon_stats((name,), (n,), seed=1)
    mean, covariance = pokemon_gaussian(name)
    deviation = np.sqrt(np.diag(covariance))
    assert np.abs((X[:, 1:].mean(axis=0) - mean) / deviation).max() < 0.01
    error = np.cov(X[:, 1:].T) - covariance
    assert np.abs(error / np.outer(deviation, deviation)).max() < 0.02
    against = "the moments of its Gaussian"
    agree(UNIT, X[:, 1:].mean(axis=0), mean, 5e-3, against=against)
    agree(UNIT, np.cov(X[:, 1:].T), covariance, 0.1, against=against)


@pytest.mark.parametrize("name", TYPES)
def test_few_statistics_are_clipped(name):
    """One in a hundred at most would be below 1."""
    mean, covariance = pokemon_gaussian(name)
    np.testing.assert_array_equal(covariance, covariance.T)
    assert np.linalg.eigvalsh(covariance)[0] > 0
    assert ((mean - 0.5) / np.sqrt(np.diag(covariance))).min() > 2.3


@pytest.mark.parametrize(
    ("types", "samples", "message"),
    [
        (("water", "ghost"), (1, 1), "ghost"),
        (("water",), (1, 1), "samples"),
        ((), (), "samples"),
        (("water", "fire"), (3, 0), "samples"),
    ],
)
def test_what_does_not_fit_is_refused(types, samples, message):
    with pytest.raises(ValueError, match=message):
        pokemon_stats(types, samples)
