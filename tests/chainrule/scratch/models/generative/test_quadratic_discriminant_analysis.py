"""Own covariances against scikit-learn and against SciPy's densities."""

import numpy as np
import pytest
from helpers.classes import SETS, pokemon
from scipy.stats import multivariate_normal
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis as Theirs

from chainrule.data import pokemon_stats
from chainrule.scratch.models import (
    LinearDiscriminantAnalysis,
    QuadraticDiscriminantAnalysis,
)

UNIT = "gaussian-classifier"
AGAINST = "sklearn.discriminant_analysis.QuadraticDiscriminantAnalysis"


def for_them(X, y):
    """The same data, if they divide by N_k, as scikit-learn does since 1.9.1.

    Earlier it was N_k - 1: then drawn to the class means until that gives what
    N_k did.
    """
    probe = Theirs(store_covariance=True).fit([[0], [2], [5], [7]], [0, 0, 1, 1])
    variance = float(np.squeeze(probe.covariance_[0]))  # of 0 and 2
    assert variance == pytest.approx(1) or variance == pytest.approx(2)
    if variance < 1.5:
        return X
    X = X.copy()
    for c in np.unique(y):
        own = y == c
        n, mean = own.sum(), X[own].mean(axis=0)
        X[own] = mean + (X[own] - mean) * np.sqrt((n - 1) / n)
    return X


def standard(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)


@pytest.mark.parametrize("data", SETS)
@pytest.mark.parametrize("priors", [None, "given"])
def test_is_scikit_learns_with_the_covariance_of_maximum_likelihood(
    agree, data, priors
):
    X, y = SETS[data]
    X = standard(X)
    if priors:
        count = len(np.unique(y))
        priors = np.arange(1, count + 1) / (count * (count + 1) / 2)
    theirs = Theirs(priors=priors, store_covariance=True).fit(for_them(X, y), y)
    ours = QuadraticDiscriminantAnalysis(priors).fit(X, y)
    agree(UNIT, ours.means_, theirs.means_, 1e-12, against=AGAINST)
    agree(UNIT, ours.covariance_, theirs.covariance_, 1e-12, against=AGAINST)
    p = ours.predict_proba(X)
    agree(UNIT, p, theirs.predict_proba(X), 1e-12, against=AGAINST)
    joint = ours.log_joint(X)
    agree(UNIT, joint - joint[:, :1], gaps(theirs, X), 1e-12, against=AGAINST)
    np.testing.assert_array_equal(ours.predict(X), theirs.predict(X))


def gaps(theirs, X):
    """Their ln p(x, C_k) up to what all classes share."""
    scores = theirs.decision_function(X)
    if scores.ndim == 1:  # of two classes they give the difference
        scores = np.column_stack([0 * scores, scores])
    return scores - scores[:, :1]


def test_divides_by_the_number_of_samples():
    """As the page says: N_k, where numpy.cov takes N_k - 1."""
    X, y = pokemon()
    ours = QuadraticDiscriminantAnalysis().fit(X, y).covariance_
    for mine, name, n in zip(ours, ("normal", "water"), (61, 79), strict=True):
        other = np.cov(X[y == name].T) * (n - 1) / n
        np.testing.assert_allclose(mine, other, rtol=1e-12)


def test_is_a_ratio_of_densities(agree):
    X, y = pokemon()
    model = QuadraticDiscriminantAnalysis().fit(X, y)
    joint = np.stack(
        [
            p * multivariate_normal(m, S).pdf(X)
            for p, m, S in zip(
                model.priors_, model.means_, model.covariance_, strict=True
            )
        ],
        axis=1,
    )
    against = "scipy.stats.multivariate_normal"
    oracle = joint / joint.sum(axis=1, keepdims=True)
    agree(UNIT, model.predict_proba(X), oracle, 1e-12, against=against)
    evidence = np.log(joint.sum(axis=1))
    agree("generative-model", model.score_samples(X), evidence, 1e-12, against=against)


def test_the_marginal_density_integrates_to_one():
    X, y = pokemon()
    model = QuadraticDiscriminantAnalysis().fit(X[:, [2, 4]], y)
    side = np.linspace(-150, 300, 226)
    grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
    assert np.exp(model.score_samples(grid)).sum() * 4 == pytest.approx(1, abs=1e-6)


def test_the_boundary_is_quadratic():
    """Third differences of the log odds along any line are zero, second are not."""
    X, y = pokemon()
    model = QuadraticDiscriminantAnalysis().fit(X, y)
    line = X[0] + np.linspace(0, 1, 5)[:, None] * (X[-1] - X[0])
    joint = model.log_joint(line)
    z = joint[:, 1] - joint[:, 0]
    assert np.abs(np.diff(z, 3)).max() < 1e-11
    assert np.abs(np.diff(z, 2)).min() > 1e-4


def test_what_is_singular_is_named():
    X, y = pokemon_stats()
    with pytest.raises(ValueError, match=r"class normal \(61 samples\).*rank 6 of 7"):
        QuadraticDiscriminantAnalysis().fit(X, y)
    X, y = pokemon_stats(samples=(20, 1))
    with pytest.raises(ValueError, match=r"class normal \(1 samples\).*rank 0 of 2"):
        QuadraticDiscriminantAnalysis().fit(X[:, [3, 5]], y)
    few, names = pokemon_stats(samples=(20, 6))
    with pytest.raises(ValueError, match=r"class normal \(6 samples\).*rank 5 of 6"):
        QuadraticDiscriminantAnalysis().fit(few[:, 1:], names)
    LinearDiscriminantAnalysis().fit(few[:, 1:], names)  # as the message advises
