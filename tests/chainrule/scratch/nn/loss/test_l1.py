import numpy as np
import pytest
import torch
from sklearn.metrics import mean_absolute_error

from chainrule.scratch.nn import l1, l1_gradient


@pytest.mark.equation("eq:mae", by="sklearn.metrics.mean_absolute_error")
@pytest.mark.equation("eq:mae-slope", by="torch.autograd, central differences")
@pytest.mark.parametrize("shape", [(1,), (7,), (4, 3), ()])
def test_value_and_gradient(agree, shape):
    rng = np.random.default_rng(3)
    y, t = rng.normal(size=(2, *shape))
    against = "sklearn.metrics.mean_absolute_error"
    flat = mean_absolute_error(np.ravel(t), np.ravel(y))
    agree("mae-loss", l1(y, t), flat, 1e-14, against=against)
    leaf = torch.tensor(y, requires_grad=True)
    oracle = torch.nn.L1Loss()(leaf, torch.tensor(t))
    oracle.backward()
    agree("mae-loss", l1(y, t), oracle, 1e-14, against="torch.nn.L1Loss")
    ours = l1_gradient(y, t)
    agree("mae-loss", ours, leaf.grad, 1e-15, against="torch.nn.L1Loss")


def test_gradient_by_differences(agree):
    rng = np.random.default_rng(4)
    y, t = rng.normal(size=(2, 6))
    h = 1e-6 * np.eye(6)
    slopes = [(l1(y + e, t) - l1(y - e, t)) / 2e-6 for e in h]
    agree("mae-loss", l1_gradient(y, t), slopes, 1e-9, against="central differences")


def test_at_the_target_the_slope_is_0():
    assert l1_gradient([1.0, 2.0], [1.0, 3.0]).tolist() == [0, -0.5]


def test_the_median_is_best():
    """The mean error of note E's name is 0 at the mean and says nothing of a fit."""
    t = np.array([1.0, 2.0, 4.0, 7.0, 100.0])
    grid = np.linspace(0, 100, 1001)
    losses = [l1(np.full(5, c), t) for c in grid]
    assert grid[np.argmin(losses)] == pytest.approx(np.median(t))


def test_a_mean_error_is_no_loss():
    """Errors of -3 and 3 cancel: what note E names 均值误差 would be 0."""
    y, t = np.array([1.0, 7.0]), np.array([4.0, 4.0])
    assert np.mean(y - t) == 0
    assert l1(y, t) == 3
