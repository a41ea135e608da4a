import numpy as np
import pytest
import torch
from scipy.stats import laplace, normaltest

from chainrule.scratch.nn import gaussian_nll, gaussian_nll_gradient, l1, normal_pdf
from chainrule.scratch.optim import gradient_descent

UNIT = "gaussian-noise-gives-mse"
rng = np.random.default_rng(0)
Y, T = rng.normal(size=(2, 6))


@pytest.mark.equation("eq:normal-density")
def test_density(agree, equation):
    x, mean, std = rng.normal(size=9), 0.3, 1.7
    symbols = {"x": "x", r"\mu": "mean", r"\sigma": "std", r"\pi": "pi"}
    left = r"\mathcal N(x; \mu, \sigma^2)"
    printed = equation("eq:normal-density", left, symbols)
    printed = printed(x=x, mean=mean, std=std, pi=np.pi)
    ours = normal_pdf(x, mean, std)
    agree(UNIT, ours, printed, 1e-15, against="printed equation (4.18)")
    normal = torch.distributions.Normal(mean, std)
    oracle = normal.log_prob(torch.tensor(x)).exp()
    against = "torch.distributions.Normal"
    agree(UNIT, ours, oracle, 1e-7, against=against)  # its mean is float32
    grid = np.linspace(-15, 15, 3001)
    area = normal_pdf(grid, mean, std).sum() * 0.01
    assert area == pytest.approx(1, abs=1e-12)


@pytest.mark.equation("eq:normal-nll")
@pytest.mark.parametrize("var", [0.2, 1.0, 9.0])
def test_one_variance(agree, equation, var):
    symbols = {"N": "N", "y_n": "y[n]", "t_n": "t[n]"}
    symbols |= {r"\sigma": "std", r"\pi": "pi"}
    printed = equation("eq:normal-nll", "-\\ln p(t)", symbols)
    printed = printed(N=6, y=Y, t=T, std=var**0.5, pi=np.pi) / 6
    ours = gaussian_nll(Y, T, var)
    agree(UNIT, ours, printed, 1e-14, against="printed equation (4.19)")
    density = -np.log(normal_pdf(T, Y, var**0.5)).mean()
    agree(UNIT, ours, density, 1e-14, against="chainrule.scratch.nn.normal_pdf")
    loss = torch.nn.GaussianNLLLoss(full=True, eps=1e-12)
    oracle = loss(torch.tensor(Y), torch.tensor(T), torch.full((6,), var).double())
    agree(UNIT, ours, oracle, 1e-7, against="torch.nn.GaussianNLLLoss")


def test_a_variance_each_and_gradients(agree):
    var = rng.uniform(0.1, 3, size=6)
    leaves = [torch.tensor(v, requires_grad=True) for v in (Y, var)]
    loss = torch.nn.GaussianNLLLoss(full=True)
    oracle = loss(leaves[0], torch.tensor(T), leaves[1])
    oracle.backward()
    against = "torch.nn.GaussianNLLLoss"
    agree(UNIT, gaussian_nll(Y, T, var), oracle, 1e-14, against=against)
    for ours, leaf in zip(gaussian_nll_gradient(Y, T, var), leaves, strict=True):
        agree(UNIT, ours, leaf.grad, 1e-14, against=against)

    def nll(y, v):
        return np.mean(np.log(2 * np.pi * v) / 2 + (y - T) ** 2 / v / 2)

    h = 1e-30j * np.eye(6)
    by_y = np.imag([nll(Y + e, var) for e in h]) / 1e-30
    by_var = np.imag([nll(Y, var + e) for e in h]) / 1e-30
    ours = gaussian_nll_gradient(Y, T, var)
    agree(UNIT, ours, [by_y, by_var], 1e-14, against="complex step")


def test_maximum_likelihood_is_least_squares(agree):
    """The line of the smallest NLL is that of the smallest MSE, for any variance."""
    X = np.column_stack([np.ones(20), rng.normal(size=20)])
    t = X @ [1.0, 2.0] + rng.normal(size=20)
    oracle = np.linalg.lstsq(X, t, rcond=None)[0]
    for var in (0.3, 4.0):

        def grad(theta, var=var):
            return X.T @ gaussian_nll_gradient(X @ theta, t, var)[0]

        best = gradient_descent(grad, np.zeros(2), 0.5 * var, 500)[-1]
        agree(UNIT, best, oracle, 1e-12, against="numpy.linalg.lstsq")


def test_the_noise_is_normal_and_not_the_targets():
    """Note C supposes that the data set is. Here it comes in two clusters."""
    x = np.repeat([0.0, 10.0], 500)
    t = 3 * x + np.random.default_rng(0).normal(size=1000)
    assert normaltest(t).pvalue < 1e-100
    A = np.column_stack([np.ones(1000), x])
    theta = np.linalg.lstsq(A, t, rcond=None)[0]
    assert theta == pytest.approx([0, 3], abs=0.1)
    assert normaltest(t - A @ theta).pvalue > 0.05


def test_best_variance_is_the_mse(agree):
    """The slope by a shared variance is 0 exactly where it equals the MSE."""
    var = np.mean((Y - T) ** 2)
    slope = gaussian_nll_gradient(Y, T, var)[1].sum()
    agree(UNIT, slope, 0.0, 0, atol=1e-15, against="closed form")


@pytest.mark.equation("eq:laplace-nll", by="scipy.stats.laplace")
def test_laplace_noise_gives_mae(agree):
    s = 0.7
    ours = l1(Y, T) / s + np.log(2 * s)
    oracle = -laplace.logpdf(T, Y, s).mean()
    agree(UNIT, ours, oracle, 1e-14, against="scipy.stats.laplace")


@pytest.mark.parametrize("var", [0.0, -1.0, np.nan, np.array([1.0, 0, 1, 1, 1, 1])])
def test_variance_must_be_positive(var):
    for function in (gaussian_nll, gaussian_nll_gradient):
        with pytest.raises(ValueError, match="variance must be positive"):
            function(Y, T, var)
    with pytest.raises(ValueError, match="std must be positive"):
        normal_pdf(Y, 0.0, var)


def test_variance_must_fit():
    with pytest.raises(ValueError, match="broadcast"):
        gaussian_nll(Y, T, np.ones(5))
