"""A shared covariance against scikit-learn; w and b of the line."""

import numpy as np
import pytest
import torch
from helpers.classes import SETS, pokemon
from scipy.stats import norm
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis as Theirs
from sklearn.linear_model import LogisticRegression

from chainrule.data import pokemon_stats
from chainrule.scratch.models import LinearDiscriminantAnalysis
from chainrule.scratch.models.generative import gaussian_mle, linear_scores
from chainrule.scratch.nn import sigmoid

AGAINST = "sklearn.discriminant_analysis.LinearDiscriminantAnalysis"
UNIT = "shared-covariance-classifier"


@pytest.mark.parametrize("data", SETS)
@pytest.mark.parametrize("priors", [None, "given"])
def test_is_scikit_learns(agree, data, priors):
    """solver="lsqr" divides by N, as maximum likelihood does."""
    X, y = SETS[data]
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    if priors:  # their covariance would be weighted by these: of the shares, ours
        count = len(np.unique(y))
        priors = np.arange(1, count + 1) / (count * (count + 1) / 2)
    ours = LinearDiscriminantAnalysis(priors).fit(X, y)
    theirs = Theirs(solver="lsqr").fit(X, y)
    agree(UNIT, ours.means_, theirs.means_, 1e-12, against=AGAINST)
    agree(UNIT, ours.covariance_, theirs.covariance_, 1e-12, against=AGAINST)
    if priors is None:
        p = theirs.predict_proba(X)
        agree(UNIT, ours.predict_proba(X), p, 1e-12, against=AGAINST)
        unit = "lda-weights-derivation"
        agree(unit, ours.coef_, theirs.coef_, 1e-12, against=AGAINST)
        agree(unit, ours.intercept_, theirs.intercept_, 1e-12, against=AGAINST)
        np.testing.assert_array_equal(ours.predict(X), theirs.predict(X))


@pytest.mark.equation("eq:pooled")
def test_pooled(agree, equation):
    """Note E asks for equal means; these differ, and the slope is still zero."""
    X, y = pokemon()
    model = LinearDiscriminantAnalysis().fit(X, y)
    fits = [gaussian_mle(X[y == name]) for name in ("water", "normal")]
    symbols = {"N_1": "N1", "N_2": "N2", "N": "N"}
    symbols |= {r"\Sigma_1": "S1", r"\Sigma_2": "S2"}
    printed = equation("eq:pooled", r"\Sigma", symbols)
    value = printed(N1=79, N2=61, N=140, S1=fits[0][1], S2=fits[1][1])
    agree(UNIT, model.covariance_, value, 1e-12, against="printed equation (7.11)")
    assert np.abs(fits[0][0] - fits[1][0]).max() > 5
    leaf = torch.tensor(model.covariance_, requires_grad=True)
    total = torch.tensor(0.0, dtype=torch.float64)
    for name, (mean, _) in zip(("water", "normal"), fits, strict=True):
        normal = torch.distributions.MultivariateNormal(torch.tensor(mean), leaf)
        total = total + normal.log_prob(torch.tensor(X[y == name])).sum()
    total.backward()
    zero, against = np.zeros((6, 6)), "torch.autograd"  # both classes cancel
    agree(UNIT, leaf.grad, zero, 0, atol=1e-15, against=against)


def two_classes(seed=0, d=3):
    rng = np.random.default_rng(seed)
    A = rng.normal(size=(d, d + 2))
    means, S = rng.normal(size=(2, d)), A @ A.T
    return rng.normal(size=(9, d)), means, S, np.array([0.6, 0.4])


@pytest.mark.equation("eq:posterior-sigmoid", "eq:log-odds")
def test_posterior_is_a_sigmoid_of_the_log_odds(agree, equation):
    X, y = pokemon()
    model = LinearDiscriminantAnalysis().fit(X, y)
    joint = np.exp(model.log_joint(X) - model.log_joint(X).max(axis=1, keepdims=True))
    prior = model.priors_
    unit = "posterior-as-sigmoid"
    symbols = {rf"p(\mathbf x \mid C_{k})": f"l{k}" for k in (1, 2)}
    symbols |= {f"P(C_{k})": f"p{k}" for k in (1, 2)}
    odds = equation("eq:log-odds", "z", symbols)
    z = odds(
        l1=joint[:, 1] / prior[1], l2=joint[:, 0] / prior[0], p1=prior[1], p2=prior[0]
    )
    printed = equation("eq:posterior-sigmoid", r"P(C_1 \mid \mathbf x)", {"z": "z"})
    ours = model.predict_proba(X)[:, 1]
    agree(unit, ours, printed(z=z), 1e-12, against="printed equation (7.12)")
    linear = X @ model.coef_[0] + model.intercept_[0]
    agree(unit, linear, z, 1e-12, against="printed equation (7.13)")
    agree(unit, ours, sigmoid(linear), 1e-12, against="chainrule.scratch.nn.sigmoid")
    boxes = odds(l1=4 / 5, l2=2 / 5, p1=2 / 3, p2=1 / 3)
    assert boxes == pytest.approx(1.386, abs=1e-3)
    assert sigmoid(boxes) == pytest.approx(0.8)


@pytest.mark.equation("eq:linear-score", by="log density, terms cancelled")
@pytest.mark.equation("eq:lda-w", by="numpy.linalg.inv")
@pytest.mark.equation("eq:lda-b", by="numpy.linalg.inv")
@pytest.mark.parametrize("seed", range(3))
def test_weights(agree, seed):
    """The printed formulas, with an inverse; and what they cancel."""
    X, means, S, priors = two_classes(seed)
    W, b = linear_scores(means, S, priors)
    inverse, unit = np.linalg.inv(S), "lda-weights-derivation"
    scores = [
        m @ inverse @ X.T - m @ inverse @ m / 2 + np.log(p)
        for m, p in zip(means, priors, strict=True)
    ]
    agree(unit, (X @ W.T + b).T, scores, 1e-12, against="(7.14) with an inverse")
    w = inverse @ (means[0] - means[1])
    agree(unit, W[0] - W[1], w, 1e-12, against="(7.15) with an inverse")
    half = [m @ inverse @ m / 2 for m in means]
    bias = -half[0] + half[1] + np.log(priors[0] / priors[1])
    agree(unit, b[0] - b[1], bias, 1e-12, against="(7.16) with an inverse")
    r = X[:, None] - means
    joint = -np.einsum("nki,ij,nkj->nk", r, inverse, r) / 2 + np.log(priors)
    z = joint[:, 0] - joint[:, 1]
    agree(unit, X @ w + bias, z, 1e-12, against="log odds of the densities")


def test_the_letter_is_b_and_the_class_is_one():
    """Note E prints P(C, | x) = sigma(w x + h)."""
    X, y = pokemon()
    model = LinearDiscriminantAnalysis().fit(X, y)
    z = X @ model.coef_[0] + model.intercept_[0]
    assert model.classes_[1] == "water"
    np.testing.assert_allclose(model.predict_proba(X)[:, 1], sigmoid(z), rtol=1e-11)


def test_it_classifies_and_does_not_regress():
    """Note E: a linear regression model. The outputs are classes, the edge a line."""
    X, y = pokemon()
    model = LinearDiscriminantAnalysis().fit(X, y)
    assert set(model.predict(X)) == {"water", "normal"}
    line = X[0] + np.linspace(0, 1, 5)[:, None] * (X[-1] - X[0])
    joint = model.log_joint(line)
    assert np.abs(np.diff(joint[:, 1] - joint[:, 0], 2)).max() < 1e-11


@pytest.mark.parametrize("samples", [(20, 1), (4, 3)])
def test_a_small_class_borrows_the_covariance(samples):
    X, y = pokemon_stats(samples=samples)
    model = LinearDiscriminantAnalysis().fit(X[:, [3, 5]], y)
    assert np.isfinite(model.predict_proba(X[:, [3, 5]])).all()


def test_a_singular_covariance_is_named():
    X, y = pokemon_stats()
    message = r"shared covariance \(140 samples\).*rank 6 of 7"
    with pytest.raises(ValueError, match=message):
        LinearDiscriminantAnalysis().fit(X, y)


def test_number_of_parameters():
    """Exercise 4: what is learned, for d features and K classes."""

    def counts(d, K):
        triangle = d * (d + 1) // 2
        own, shared = K * (d + triangle), K * d + triangle
        return triangle, own + K - 1, shared + K - 1, 2 * K * d + K - 1, K * (d + 1)

    X, y = pokemon_stats(("water", "normal", "fire"), (30, 30, 30))
    model = LinearDiscriminantAnalysis().fit(X[:, 1:], y)
    free = len(np.tril_indices_from(model.covariance_)[0])
    assert counts(6, 3)[0] == free == 21
    assert counts(6, 3)[2] == model.means_.size + free + len(model.priors_) - 1
    assert counts(6, 3)[4] == model.coef_.size + model.intercept_.size
    assert counts(784, 10) == (307_720, 3_085_049, 315_569, 15_689, 7850)


# -- generative against discriminative --------------------------------------------


def study(far=0.0, flip=0.0, seeds=100, n=10):
    """Exact errors on new data, theirs minus ours: mean and standard error."""
    gaps = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        t = np.repeat([1, 0], n)
        X = rng.normal(size=(2 * n, 2))
        X[:, 0] += 2 * t - 1 + 7 * t * (rng.random(2 * n) < far)
        t = t ^ (rng.random(2 * n) < flip)
        models = LinearDiscriminantAnalysis(), LogisticRegression(C=1e6)
        ours, theirs = (error(m.fit(X, t), far) for m in models)
        gaps.append(theirs - ours)
    return np.mean(gaps), np.std(gaps) / np.sqrt(seeds)


def error(model, far):
    w, b = model.coef_[0], model.intercept_[0]
    near, out, other = norm.cdf(
        np.array([-w[0] - b, -8 * w[0] - b, b - w[0]]) / np.linalg.norm(w)
    )
    return ((1 - far) * near + far * out + other) / 2


def test_neither_is_always_better():
    """Note E: the discriminative one, as a rule. It depends on the assumption."""
    gap, deviation = study()
    assert gap > 3 * deviation
    gap, deviation = study(far=0.2)
    assert gap < -10 * deviation


def test_no_more_robust_to_wrong_labels():
    """Note D: more robust to noise. Wrong labels leave it no more of a lead."""
    clean, deviation = study()
    noisy, other = study(flip=0.2)
    assert noisy - clean < 2 * np.hypot(deviation, other)
    assert abs(noisy) < 0.01
