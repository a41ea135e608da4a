"""The Gaussian density against SciPy and torch; its most likely parameters."""

import numpy as np
import pytest
import torch
from scipy.stats import multivariate_normal, norm

from chainrule.data import pokemon_stats
from chainrule.scratch.models.generative import gaussian_log_density, gaussian_mle
from chainrule.scratch.nn import normal_pdf

UNIT = "multivariate-gaussian"


def sample(d, n=7, seed=0):
    rng = np.random.default_rng(seed)
    A = rng.normal(size=(d, d + 2))
    return rng.normal(size=(n, d)), rng.normal(size=d), A @ A.T + 0.1 * np.eye(d)


@pytest.mark.equation("eq:gaussian", by="scipy.stats.multivariate_normal, the formula")
@pytest.mark.equation("eq:gaussian-log")
@pytest.mark.parametrize("d", [1, 2, 6])
def test_density(agree, equation, d):
    X, mean, S = sample(d)
    ours = gaussian_log_density(X, mean, S)
    oracle = multivariate_normal(mean, S).logpdf(X)
    agree(UNIT, ours, oracle, 1e-12, against="scipy.stats.multivariate_normal")
    torchs = torch.distributions.MultivariateNormal(
        torch.tensor(mean), torch.tensor(S)
    ).log_prob(torch.tensor(X))
    agree(UNIT, ours, torchs, 1e-12, against="torch.distributions.MultivariateNormal")
    r = X - mean  # (7.5) as it stands, with inverse and determinant
    square = np.einsum("ni,ij,nj->n", r, np.linalg.inv(S), r)
    front = (2 * np.pi) ** (d / 2) * np.linalg.det(S) ** 0.5
    formula = np.exp(-square / 2) / front
    agree(UNIT, np.exp(ours), formula, 1e-12, against="the formula with an inverse")
    L = np.linalg.cholesky(S)
    symbols = {"d": "d", "r_j": "r[j]", "L_{jj}": "l[j]", r"\pi": "pi"}
    printed = equation("eq:gaussian-log", r"\ln \mathcal N", symbols)
    value = printed(d=d, r=np.linalg.inv(L) @ r.T, l=np.diag(L), pi=np.pi)
    agree(UNIT, ours, value, 1e-12, against="printed equation (7.6)")


def test_one_dimension_is_the_normal_density(agree):
    x = np.linspace(-3, 4, 9)
    ours = np.exp(gaussian_log_density(x[:, None], [0.5], [[0.49]]))
    against = "chainrule.scratch.nn.normal_pdf"
    agree(UNIT, ours, normal_pdf(x, 0.5, 0.7), 1e-15, against=against)


def test_integral_is_one():
    _, mean, S = sample(2)
    side = np.linspace(-12, 12, 481)
    grid = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2) + mean
    area = np.exp(gaussian_log_density(grid, mean, S)).sum() * 0.05**2
    assert area == pytest.approx(1, abs=1e-6)


def test_a_density_is_not_a_probability():
    """Notes D and E: the height at the centre is 39.9, the point's probability 0."""
    assert norm(0, 0.01).pdf(0) > 39.8
    height = np.exp(gaussian_log_density([[0.0]], [0.0], [[1e-4]]))[0]
    assert height == pytest.approx(39.894, abs=1e-3)
    inside = [norm(0, 0.01).cdf(r) * 2 - 1 for r in (1e-2, 1e-4, 1e-8)]
    assert inside == pytest.approx([0.683, 7.98e-3, 7.98e-7], rel=1e-3)


def test_the_mean_moves_the_density_and_does_not_shape_it():
    """Note D: the shape depends on mean and covariance."""
    X, mean, S = sample(3)
    way = np.array([5.0, -2.0, 9.0])
    moved = gaussian_log_density(X + way, mean + way, S)
    ours = gaussian_log_density(X, mean, S)
    np.testing.assert_allclose(moved, ours, rtol=1e-12)
    assert not np.allclose(gaussian_log_density(X, mean, 2 * S), ours)


def test_no_determinant_overflows(agree):
    """784 variances of 1e-4: the determinant is 1e-3136."""
    d = 784
    X = np.random.default_rng(0).normal(size=(3, d)) / 100
    ours = gaussian_log_density(X, np.zeros(d), 1e-4 * np.eye(d))
    oracle = norm(0, 1e-2).logpdf(X).sum(axis=1)
    agree(UNIT, ours, oracle, 1e-9, against="scipy.stats.norm")
    assert np.linalg.det(1e-4 * np.eye(d)) == 0


def test_far_away_is_minus_infinity_without_a_warning():
    assert gaussian_log_density([[1e300]], [0.0], [[1.0]])[0] == -np.inf


def test_adds_up_in_float64():
    X, mean, S = (v.astype(np.float32) for v in sample(3))
    assert gaussian_log_density(X, mean, S).dtype == np.float64
    assert {v.dtype for v in gaussian_mle(X)} == {np.dtype(np.float64)}


# -- maximum likelihood -----------------------------------------------------------


def log_likelihood(X, mean, S):
    return gaussian_log_density(X, mean, S).sum()


@pytest.mark.equation("eq:gaussian-mle", by="numpy.cov with bias=True, a double loop")
def test_closed_form(agree):
    X = sample(3, n=20)[0]
    mean, S = gaussian_mle(X)
    loop = sum(np.outer(x - mean, x - mean) for x in X) / 20
    unit = "gaussian-mle"
    agree(unit, mean, sum(X) / 20, 1e-15, against="a loop")
    agree(unit, S, loop, 1e-15, against="a loop")
    agree(unit, S, np.cov(X.T, bias=True), 1e-14, against="numpy.cov, bias=True")


@pytest.mark.equation("eq:gaussian-likelihood", by="scipy, torch.autograd")
def test_the_gradient_of_the_likelihood_vanishes(agree):
    """By the mean and by the covariance, with torch's own density."""
    X = sample(3, n=20, seed=4)[0]
    leaves = [torch.tensor(v, requires_grad=True) for v in gaussian_mle(X)]
    normal = torch.distributions.MultivariateNormal(*leaves)
    total = normal.log_prob(torch.tensor(X)).sum()
    total.backward()
    for leaf in leaves:
        zero = np.zeros(leaf.shape)
        against = "torch.autograd"  # twenty slopes cancel
        agree("gaussian-mle", leaf.grad, zero, 0, atol=1e-13, against=against)
    ours = log_likelihood(X, *gaussian_mle(X))
    agree("gaussian-mle", ours, total.detach(), 1e-12, against="torch.distributions")
    product = np.prod(multivariate_normal(*gaussian_mle(X)).pdf(X))
    assert np.exp(ours) == pytest.approx(product, rel=1e-10)


@pytest.mark.equation("eq:profile-likelihood", by="log density, eigenvalues")
def test_profile_likelihood(agree):
    X = sample(3, n=20)[0]
    mean, best = gaussian_mle(X)
    for seed in range(5):
        S = sample(3, seed=seed)[2]
        log_det = np.linalg.slogdet(S)[1]
        right = log_det + np.trace(np.linalg.solve(S, best)) + 3 * np.log(2 * np.pi)
        left = -2 / 20 * log_likelihood(X, mean, S)
        agree("gaussian-mle", left, right, 1e-12, against="trace and determinant")
        lam = np.linalg.eigvals(np.linalg.solve(S, best)).real
        through = np.sum(lam - np.log(lam)) + np.linalg.slogdet(best)[1]
        through += 3 * np.log(2 * np.pi)
        agree("gaussian-mle", left, through, 1e-12, against="eigenvalues")


def test_no_search_is_needed():
    """Note E says exhaustive search; 300 perturbations are all worse."""
    X, y = pokemon_stats()
    water = X[y == "water"][:, [3, 5]]
    mean, S = gaussian_mle(water)
    best = log_likelihood(water, mean, S)
    rng = np.random.default_rng(0)
    for _ in range(300):
        L = np.linalg.cholesky(S) @ (np.eye(2) + 0.05 * rng.normal(size=(2, 2)))
        other = mean + rng.normal(size=2)
        assert log_likelihood(water, other, L @ L.T) < best
        assert log_likelihood(water, mean, L @ L.T) < best
        assert log_likelihood(water, other, S) < best


def test_many_samples_find_the_truth():
    _, mean, S = sample(2)
    X = np.random.default_rng(3).multivariate_normal(mean, S, 200_000)
    found = gaussian_mle(X)
    np.testing.assert_allclose(found[0], mean, atol=0.02)
    np.testing.assert_allclose(found[1], S, rtol=0.02, atol=0.02)


# -- what is refused --------------------------------------------------------------


@pytest.mark.parametrize(
    ("X", "mean", "message"),
    [
        (np.ones(2), np.zeros(2), r"got \(2,\)"),
        (np.ones((0, 2)), np.zeros(2), r"got \(0, 2\)"),
        (np.ones((3, 3)), np.zeros(2), r"do not fit: \(3, 3\), \(2,\), \(2, 2\)"),
        (np.ones((3, 2)), np.zeros(3), r"do not fit: \(3, 2\), \(3,\)"),
        (np.full((3, 2), np.nan), np.zeros(2), "NaN"),
    ],
)
def test_density_refuses(X, mean, message):
    with pytest.raises(ValueError, match=message):
        gaussian_log_density(X, mean, np.eye(2))
