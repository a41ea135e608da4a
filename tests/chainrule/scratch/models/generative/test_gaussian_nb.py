"""Gaussian naive Bayes against scikit-learn and against diagonal covariances."""

import numpy as np
import pytest
from helpers.classes import SETS, pokemon
from scipy.stats import multivariate_normal, norm
from sklearn.datasets import load_digits
from sklearn.naive_bayes import GaussianNB as Theirs

from chainrule.scratch.models import GaussianNB

UNIT = "naive-bayes-classifier"
AGAINST = "sklearn.naive_bayes.GaussianNB"


@pytest.mark.parametrize("data", SETS)
@pytest.mark.parametrize("smoothing", [1e-9, 1e-2, 0.0])
def test_is_scikit_learns(agree, data, smoothing):
    X, y = SETS[data]
    theirs = Theirs(var_smoothing=smoothing).fit(X, y)
    ours = GaussianNB(var_smoothing=smoothing).fit(X, y)
    agree(UNIT, ours.means_, theirs.theta_, 1e-12, against=AGAINST)
    ratio = ours.var_ / theirs.var_
    agree(UNIT, ratio, np.ones(ratio.shape), 1e-12, against=AGAINST)
    agree(UNIT, ours.priors_, theirs.class_prior_, 1e-15, against=AGAINST)
    log_p = theirs.predict_log_proba(X)
    agree(UNIT, ours.predict_log_proba(X), log_p, 1e-12, against=AGAINST)
    p = theirs.predict_proba(X)
    agree(UNIT, ours.predict_proba(X), p, 1e-12, against=AGAINST)


def test_constant_pixels_need_the_floor(agree):
    """Digits: many pixels never vary within a class."""
    X, y = load_digits(return_X_y=True)
    theirs = Theirs().fit(X, y).predict(X)
    np.testing.assert_array_equal(GaussianNB().fit(X, y).predict(X), theirs)
    with pytest.raises(ValueError, match="class 0: feature 0 does not vary"):
        GaussianNB(var_smoothing=0).fit(X, y)


@pytest.mark.equation("eq:naive-bayes", by="a product of scipy.stats.norm")
@pytest.mark.equation("eq:gaussian-nb")
def test_is_a_product(agree, equation):
    X, y = pokemon()
    model = GaussianNB().fit(X, y)
    ours = model.log_likelihood(X)
    symbols = {"d": "d", "r_j": "r[j]", r"\pi": "pi", r"\sigma_{kj}": "std[j]"}
    name = r"\ln p(\mathbf x \mid C_k)"
    printed = equation("eq:gaussian-nb", name, symbols)
    symbols = {"x_j": "x", r"\mu_{kj}": "mean", r"\sigma_{kj}": "std"}
    deviation = equation("eq:gaussian-nb", "r_j", symbols)
    for k in range(2):
        mean, std = model.means_[k], np.sqrt(model.var_[k])
        r = deviation(x=X, mean=mean, std=std)
        value = printed(d=6, r=r.T, std=std, pi=np.pi)
        agree(UNIT, ours[:, k], value, 1e-12, against="printed equation (7.18)")
        product = norm(mean, std).pdf(X).prod(axis=1)
        ratio = np.exp(ours[:, k]) / product
        agree(UNIT, ratio, np.ones(140), 1e-12, against="a product of scipy.stats.norm")
        diagonal = multivariate_normal(mean, np.diag(std**2)).logpdf(X)
        agree(UNIT, ours[:, k], diagonal, 1e-12, against="a diagonal covariance")


def test_features_are_independent_given_the_class_alone():
    """Note E says that the parameters are; over all classes not even features are."""
    X, y = (
        GaussianNB()
        .fit([[0.0, 0], [1, 1], [9, 9], [10, 8]], [0, 0, 1, 1])
        .sample(20_000)
    )
    inside = [np.corrcoef(X[y == c].T)[0, 1] for c in (0, 1)]
    assert np.abs(inside).max() < 0.03
    assert np.corrcoef(X.T)[0, 1] > 0.9


def test_a_copied_feature_counts_twice():
    """Exercise 3: with equal priors the log odds double, decisions stay."""
    rng = np.random.default_rng(0)
    t = np.repeat([0, 1], 50)
    x = rng.normal(size=(100, 1)) + t[:, None]
    once = GaussianNB().fit(x, t).log_joint(x)
    X = np.tile(x, 2)
    twice = GaussianNB().fit(X, t).log_joint(X)
    np.testing.assert_allclose(
        twice[:, 1] - twice[:, 0], 2 * (once[:, 1] - once[:, 0]), rtol=1e-9
    )


def test_one_sample_of_a_class_is_enough_with_a_floor(agree):
    X, y = [[0.0, 1.0], [2.0, 0.0], [5.0, 5.0]], [0, 0, 1]
    ours, theirs = GaussianNB().fit(X, y), Theirs().fit(X, y)
    p = theirs.predict_proba(X)
    agree(UNIT, ours.predict_proba(X), p, 1e-12, against=AGAINST)
    with pytest.raises(ValueError, match="class 1: feature 0 does not vary"):
        GaussianNB(var_smoothing=0).fit(X, y)


@pytest.mark.parametrize("bad", [-1.0, np.nan, np.inf])
def test_smoothing_that_is_none(bad):
    with pytest.raises(ValueError, match="var_smoothing must be >= 0, got"):
        GaussianNB(var_smoothing=bad).fit([[0.0], [1.0]], [0, 1])
