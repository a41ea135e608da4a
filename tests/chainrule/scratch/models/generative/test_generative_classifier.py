"""What all four generative classifiers promise."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chainrule.scratch.models import (
    BernoulliNB,
    GaussianNB,
    LinearDiscriminantAnalysis,
    NotFittedError,
    QuadraticDiscriminantAnalysis,
)
from chainrule.scratch.models.generative import GenerativeClassifier

MODELS = [
    QuadraticDiscriminantAnalysis,
    LinearDiscriminantAnalysis,
    GaussianNB,
    BernoulliNB,
]
every = pytest.mark.parametrize("model", MODELS)


def sample(n=60, d=3, classes=3, seed=0, binary=False):
    rng = np.random.default_rng(seed)
    k = np.minimum(np.arange(n) % 6, classes - 1)  # unequal, features correlated
    mixed = rng.normal(size=(n, d)) @ (np.eye(d) + 0.9 * np.eye(d, k=1))
    X = mixed + rng.normal(size=(classes, d))[k]
    return (X > 0).astype(float) if binary else X, np.array(["b", "c", "a"])[k]


def data(model, **kwargs):
    return sample(binary=model is BernoulliNB, **kwargs)


@every
def test_fit_returns_self_and_leaves_its_attributes(model):
    X, y = data(model)
    one = model()
    assert one.fit(X, y) is one
    assert one.classes_.tolist() == ["a", "b", "c"]
    assert one.priors_ == pytest.approx([2 / 3, 1 / 6, 1 / 6])
    assert one.n_features_in_ == 3


@every
def test_posteriors(model):
    X, y = data(model)
    one = model().fit(X, y)
    p = one.predict_proba(X)
    assert p.shape == (60, 3)
    assert p.sum(axis=1) == pytest.approx(np.ones(60), abs=1e-14)
    np.testing.assert_allclose(p, np.exp(one.predict_log_proba(X)), rtol=1e-12)
    np.testing.assert_array_equal(one.predict(X), one.classes_[p.argmax(axis=1)])
    assert one.score(X, y) == np.mean(one.predict(X) == y) > 0.5


@every
def test_joint_is_posterior_times_evidence(model):
    X, y = data(model)
    one = model().fit(X, y)
    total = one.predict_log_proba(X) + one.score_samples(X)[:, None]
    np.testing.assert_allclose(total, one.log_joint(X), rtol=1e-12, atol=1e-12)


@every
def test_samples_come_from_the_model(model):
    """A second model, fitted to what the first made up, is the first."""
    X, y = data(model)
    one = model().fit(X, y)
    again = model().fit(*one.sample(40_000, seed=1))
    for name in ("priors_", "means_", "covariance_", "var_", "probs_"):
        if hasattr(one, name):
            mine, theirs = getattr(one, name), getattr(again, name)
            np.testing.assert_allclose(theirs, mine, atol=0.06)
    drawn = [one.sample(5, seed=seed) for seed in (0, 0, 1)]
    assert (drawn[0][0] == drawn[1][0]).all()
    assert (drawn[0][0] != drawn[2][0]).any()


@every
@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 3), st.integers(1, 4))
def test_order_of_samples_does_not_matter(model, seed, classes, d):
    X, y = data(model, seed=seed, classes=classes, d=d)
    order = np.random.default_rng(seed).permutation(len(y))
    one, other = model().fit(X, y), model().fit(X[order], y[order])
    p = one.predict_log_proba(X)
    assert np.isfinite(p).all()
    np.testing.assert_allclose(p, other.predict_log_proba(X), rtol=1e-9, atol=1e-9)


@every
def test_priors_that_are_given_shift_the_log_joint(model):
    X, y = data(model)
    priors = np.array([0.7, 0.2, 0.1])
    one, other = model().fit(X, y), model(priors=priors).fit(X, y)
    shift = other.log_joint(X) - one.log_joint(X)
    change = np.log(priors / [2 / 3, 1 / 6, 1 / 6])
    np.testing.assert_allclose(shift, np.tile(change, (60, 1)), rtol=1e-9)


@every
def test_adds_up_in_float64(model):
    X, y = data(model)
    one = model().fit(X.astype(np.float32), y)
    double = model().fit(X, y)
    ours = one.predict_log_proba(X.astype(np.float32))
    assert ours.dtype == np.float64
    np.testing.assert_allclose(ours, double.predict_log_proba(X), rtol=1e-4, atol=1e-4)


@every
def test_refuses_nonsense(model):
    X, y = data(model)
    for bad_X, bad_y, message in (
        (X[:, 0], y, r"got \(60,\)"),
        (X[:0], y[:0], r"got \(0, 3\)"),
        (np.full((60, 3), np.nan), y, "NaN"),
        (X, y[:-1], r"y must be \(60,\), got \(59,\)"),
        (X, y[:, None], r"got \(60, 1\)"),
        (X, np.full(60, np.nan), "NaN"),
        (X, np.full(60, "a"), r"two or more classes, got \['a'\]"),
    ):
        with pytest.raises(ValueError, match=message):
            model().fit(bad_X, bad_y)
    with pytest.raises(ValueError, match="3 classes, but priors"):
        model(priors=[0.5, 0.5]).fit(X, y)
    fitted = model().fit(X, y)
    for method in ("predict", "predict_proba", "predict_log_proba", "score_samples"):
        with pytest.raises(ValueError, match=r"X must be \(N, 3\), got \(\d+, 2\)"):
            getattr(fitted, method)(X[:, :2])
    for method in (model().predict, model().sample):
        with pytest.raises(NotFittedError, match=f"{model.__name__} is not fitted"):
            method(X if method.__name__ == "predict" else 3)


@every
def test_a_failed_fit_changes_nothing(model):
    X, y = data(model)
    one = model().fit(X, y)
    before = one.predict_proba(X)
    bad = X * 0 if model is not BernoulliNB else X + 0.5
    with pytest.raises(ValueError, match=r"rank 0|does not vary|0 or 1"):
        one.fit(bad, y)
    np.testing.assert_array_equal(one.predict_proba(X), before)


@pytest.mark.parametrize("model", MODELS[:3])
def test_infinitely_far_is_refused_and_no_nan(model):
    X, y = data(model)
    with pytest.raises(ValueError, match="0, inf or NaN in all classes"):
        model().fit(X, y).predict_proba(np.full((1, 3), 1e300))


@pytest.mark.equation("eq:decision", by="posterior above one half")
@every
def test_two_classes_at_one_half(model):
    X, y = data(model, classes=2)
    one = model().fit(X, y)
    above = one.predict_proba(X)[:, 1] > 0.5
    np.testing.assert_array_equal(one.predict(X) == "c", above)


def test_the_base_has_no_density():
    base = GenerativeClassifier()
    for call in (
        lambda: base.fit([[0.0], [1.0]], [0, 1]),
        lambda: base.log_likelihood(None),
        lambda: base.draw(None, None),
    ):
        with pytest.raises(NotImplementedError):
            call()
