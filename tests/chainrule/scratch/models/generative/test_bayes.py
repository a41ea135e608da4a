"""Bayes' rule with probabilities and logarithms; priors; the notes' boxes."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import log_softmax, logsumexp

from chainrule.scratch.models.generative import (
    bayes_posterior,
    class_priors,
    log_evidence,
    log_posterior,
)


@pytest.mark.equation("eq:bayes")
def test_two_boxes(agree, equation):
    symbols = {r"P(x \mid B_1)": "l1", r"P(x \mid B_2)": "l2"}
    symbols |= {"P(B_1)": "p1", "P(B_2)": "p2"}
    printed = equation("eq:bayes", r"P(B_1 \mid x)", symbols)
    two, third, fifth = Fraction(2, 3), Fraction(1, 3), Fraction(1, 5)
    unit = "two-boxes-bayes"
    for blue, exact in (((4, 2), Fraction(4, 5)), ((1, 3), Fraction(2, 5))):
        likelihoods = [fifth * n for n in blue]
        assert (
            likelihoods[0] * two / (likelihoods[0] * two + likelihoods[1] * third)
            == exact
        )
        l1, l2 = map(float, likelihoods)
        ours = bayes_posterior([2 / 3, 1 / 3], [l1, l2])
        value = printed(l1=l1, l2=l2, p1=2 / 3, p2=1 / 3)
        agree(unit, ours[0], value, 1e-15, against="printed equation (7.1)")
        agree(unit, ours, [exact, 1 - exact], 1e-15, against="exact fractions")


def test_a_prior_is_not_what_the_boxes_hold():
    """Note D: a share of the data. Two boxes of five balls are half the balls each."""
    assert bayes_posterior([2 / 3, 1 / 3], [4 / 5, 2 / 5])[0] == pytest.approx(0.8)
    assert bayes_posterior([5 / 10, 5 / 10], [4 / 5, 2 / 5])[0] == pytest.approx(2 / 3)


def test_the_evidence_is_no_posterior():
    """Note E asks for P(C_1|x) and prints P(x): a ball is blue with 2/3."""
    priors, likelihoods = np.array([2 / 3, 1 / 3]), np.array([4 / 5, 2 / 5])
    evidence = priors @ likelihoods
    assert evidence == pytest.approx(2 / 3)
    ours = bayes_posterior(priors, likelihoods)[0]
    assert ours == pytest.approx(priors[0] * likelihoods[0] / evidence) != evidence


def test_many_samples_at_once(agree):
    rng = np.random.default_rng(0)
    priors, likelihoods = rng.dirichlet(np.ones(4)), rng.uniform(0, 3, (50, 4))
    ours = bayes_posterior(priors, likelihoods)
    assert ours.sum(axis=1) == pytest.approx(1)
    loop = [
        [p * v / sum(q * u for q, u in zip(priors, row, strict=True)) for p, v in pairs]
        for row in likelihoods
        for pairs in [list(zip(priors, row, strict=True))]
    ]
    agree("two-boxes-bayes", ours, loop, 1e-14, against="a double loop")


@pytest.mark.equation("eq:evidence", "eq:posterior")
def test_logarithms(agree, equation):
    rng = np.random.default_rng(1)
    priors, likelihoods = rng.dirichlet(np.ones(3)), rng.uniform(0, 3, (3, 20))
    joint = r"p(\mathbf x \mid C_k)"
    symbols = {"K": "K", joint: "l[k]", "P(C_k)": "p[k]"}
    name = r"p(\mathbf x)"
    evidence = equation("eq:evidence", name, symbols)(K=3, l=likelihoods, p=priors)
    log_joint = (np.log(likelihoods) + np.log(priors)[:, None]).T
    unit = "generative-model"
    ours = np.exp(log_evidence(log_joint))
    agree(unit, ours, evidence, 1e-14, against="printed equation (7.2)")
    symbols = {joint: "likelihood", "P(C_k)": "prior", name: "evidence"}
    printed = equation("eq:posterior", r"P(C_k \mid \mathbf x)", symbols)
    for k in range(3):
        value = printed(likelihood=likelihoods[k], prior=priors[k], evidence=evidence)
        ours = np.exp(log_posterior(log_joint))[:, k]
        agree(unit, ours, value, 1e-14, against="printed equation (7.3)")
    ours = bayes_posterior(priors, likelihoods.T)
    oracle = np.exp(log_posterior(log_joint))
    agree(unit, ours, oracle, 1e-14, against="the other form")


@given(st.integers(1, 5), st.integers(1, 6), st.floats(0, 1e6), st.integers(0, 10**6))
def test_logarithms_of_any_size(n, k, scale, seed):
    z = scale * np.random.default_rng(seed).normal(size=(n, k))
    oracle = logsumexp(z, axis=1)
    np.testing.assert_allclose(log_evidence(z), oracle, rtol=1e-14, atol=1e-14)
    ours = log_posterior(z)
    np.testing.assert_allclose(ours, log_softmax(z, axis=1), rtol=1e-13, atol=1e-9)
    assert np.exp(ours).sum(axis=1) == pytest.approx(1, abs=1e-12 + 1e-14 * scale)


def test_an_impossible_class_is_no_trouble():
    with np.errstate(all="raise"):
        ours = log_posterior([[-np.inf, 3.0]])
    np.testing.assert_array_equal(ours, [[-np.inf, 0.0]])


@pytest.mark.parametrize("bad", [[-np.inf, -np.inf], [np.nan, 0.0], [np.inf, 0.0]])
def test_an_impossible_sample_is_refused(bad):
    with pytest.raises(ValueError, match="0, inf or NaN in all classes"):
        log_posterior([[0.0, 0.0], bad])


@pytest.mark.parametrize("bad", [[0.0, 0.0], [-0.1, 0.5], [np.nan, 0.5]])
def test_likelihoods_that_are_none(bad):
    with pytest.raises(ValueError, match="need p >= 0"):
        bayes_posterior([0.5, 0.5], bad)


@pytest.mark.equation("eq:class-prior")
def test_priors_by_counting(agree, equation):
    """The lecture's counts, 79 of water and 61 normal."""
    index = np.repeat([0, 1], [61, 79])
    printed = equation("eq:class-prior", "P(C_k)", {"N_k": "count", "N": "N"})
    value = [printed(count=61, N=140), printed(count=79, N=140)]
    ours = class_priors(index)
    agree("class-prior", ours, value, 1e-16, against="printed equation (7.4)")
    assert ours.round(2).tolist() == [0.44, 0.56]


def test_priors_that_are_given():
    np.testing.assert_array_equal(class_priors([0, 1, 1], [0.9, 0.1]), [0.9, 0.1])
    for bad, message in (
        ([1.0], r"2 classes, but priors \(1,\)"),
        ([0.0, 1.0], "must be > 0, together 1"),
        ([0.5, 0.6], "must be > 0, together 1"),
        ([np.nan, 1.0], "must be > 0, together 1"),
    ):
        with pytest.raises(ValueError, match=message):
            class_priors([0, 1, 1], bad)
