"""Bernoulli naive Bayes against scikit-learn; the thirteen samples."""

from fractions import Fraction

import numpy as np
import pytest
from scipy.stats import bernoulli
from sklearn.datasets import load_digits
from sklearn.naive_bayes import BernoulliNB as Theirs

from chainrule.scratch.models import BernoulliNB

UNIT = "naive-bayes-classifier"
AGAINST = "sklearn.naive_bayes.BernoulliNB"
X13 = np.array([[1, 1]] + 4 * [[1, 0]] + 4 * [[0, 1]] + 4 * [[0, 0]])
Y13 = np.array([1] + 12 * [2])


def digits():
    X, y = load_digits(return_X_y=True)
    return (X > 8).astype(float), y


@pytest.mark.equation("eq:laplace-smoothing")
@pytest.mark.parametrize("alpha", [1.0, 0.1, 7.5])
def test_is_scikit_learns(agree, equation, alpha):
    X, y = digits()
    theirs, ours = Theirs(alpha=alpha).fit(X, y), BernoulliNB(alpha).fit(X, y)
    oracle = np.exp(theirs.feature_log_prob_)
    agree(UNIT, ours.probs_, oracle, 1e-14, against=AGAINST)
    log_p = theirs.predict_log_proba(X)
    agree(UNIT, ours.predict_log_proba(X), log_p, 1e-12, against=AGAINST)
    agree(UNIT, ours.predict_proba(X), np.exp(log_p), 1e-12, against=AGAINST)
    symbols = {"N_{kj}": "ones", "N_k": "all", r"\alpha": "alpha"}
    printed = equation("eq:laplace-smoothing", "p_{kj}", symbols)
    for k in range(10):
        own = X[y == k]
        value = printed(ones=own.sum(axis=0), all=len(own), alpha=alpha)
        agree(UNIT, ours.probs_[k], value, 1e-15, against="printed equation (7.20)")


@pytest.mark.equation("eq:bernoulli-nb", by="a product of scipy.stats.bernoulli")
def test_is_a_product_of_coins(agree):
    X, y = digits()
    model = BernoulliNB().fit(X[:, 10:20], y)
    ours = np.exp(model.log_likelihood(X[:50, 10:20]))
    oracle = [bernoulli(p).pmf(X[:50, 10:20]).prod(axis=1) for p in model.probs_]
    against = "a product of scipy.stats.bernoulli"
    agree(UNIT, ours.T, oracle, 1e-14, against=against)


def test_probabilities_of_all_samples_add_up_to_one():
    every = np.array([[i >> j & 1 for j in range(4)] for i in range(16)])
    model = BernoulliNB().fit(every[[1, 5, 7, 8, 12]], [0, 0, 0, 1, 1])
    assert np.exp(model.score_samples(every)).sum() == pytest.approx(1)


def test_thirteen_samples(agree):
    """The lecture's 3/7, in fractions; Laplace; equal priors."""

    def exact(p1, p2, prior):
        one, two = p1 * p1 * prior, p2 * p2 * (1 - prior)
        return one / (one + two)

    thirteenth, third = Fraction(1, 13), Fraction(1, 3)
    assert exact(Fraction(1), third, thirteenth) == Fraction(3, 7)
    half = Fraction(1, 2)
    cases = (
        (BernoulliNB(alpha=0), Fraction(3, 7)),
        (BernoulliNB(), exact(Fraction(2, 3), Fraction(5, 14), thirteenth)),
        (BernoulliNB(alpha=0, priors=[0.5, 0.5]), exact(Fraction(1), third, half)),
    )
    for model, fraction in cases:
        ours = model.fit(X13, Y13).predict_proba([[1, 1]])[0, 0]
        unit = "bernoulli-naive-bayes-example"
        agree(unit, ours, float(fraction), 1e-15, against="exact fractions")
    assert cases[2][1] == Fraction(9, 10)


def test_imbalance_alone_does_not_do_it():
    """Note E: because of the imbalance. The joint table says 1, at 1 to 12 as well."""
    same = X13.all(axis=1)
    assert np.mean(Y13[same] == 1) == 1
    equal = BernoulliNB(alpha=0, priors=[0.5, 0.5]).fit(X13, Y13)
    assert equal.predict([[1, 1]]) == [1]
    both = BernoulliNB(alpha=0).fit(X13, Y13)
    assert both.predict([[1, 1]]) == [2]
    imagined = np.exp(both.log_likelihood(np.array([[1, 1]])))[0, 1]
    assert imagined == pytest.approx(1 / 9)


def test_without_smoothing_what_was_never_seen_is_impossible():
    model = BernoulliNB(alpha=0).fit(X13, Y13)
    np.testing.assert_array_equal(model.predict_proba([[0, 0]]), [[0.0, 1.0]])
    alone = BernoulliNB(alpha=0).fit([[0], [0]], [0, 1])
    with pytest.raises(ValueError, match="0, inf or NaN in all classes"):
        alone.predict_proba([[1]])


def test_the_exponent_belongs_to_the_whole_bracket():
    """Note C leaves (1 - h)^(1 - t) unclosed; read as 1 - h^(1 - t) it is no p."""
    p, x = 0.3, np.array([0, 1])
    right = p**x * (1 - p) ** (1 - x)
    np.testing.assert_allclose(right, bernoulli(p).pmf(x))
    wrong = p**x * (1 - p ** (1 - x))
    assert wrong[1] == 0
    assert wrong.sum() == pytest.approx(0.7)


@pytest.mark.parametrize("bad", [-1.0, np.nan, np.inf])
def test_alpha_that_is_none(bad):
    with pytest.raises(ValueError, match="alpha must be >= 0 and finite"):
        BernoulliNB(bad).fit([[0], [1]], [0, 1])


@pytest.mark.parametrize("value", [2, -1, 0.5])
def test_only_yes_and_no(value):
    with pytest.raises(ValueError, match="features must be 0 or 1"):
        BernoulliNB().fit([[0], [value]], [0, 1])
    with pytest.raises(ValueError, match="features must be 0 or 1"):
        BernoulliNB().fit([[0], [1]], [0, 1]).predict([[value]])
