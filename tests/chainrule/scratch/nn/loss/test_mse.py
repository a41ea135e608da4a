import numpy as np
import pytest
import torch
from sklearn.metrics import mean_squared_error

from chainrule.scratch.nn import MSELoss, mse, mse_gradient


@pytest.mark.equation("eq:mse")
@pytest.mark.parametrize("n", [1, 7, 442])
def test_value(agree, equation, n):
    rng = np.random.default_rng(n)
    y, t = rng.normal(size=(2, n))
    loss = equation("eq:mse", "L(w, b)", {"N": "N", "y_n": "y[n]", "t_n": "t[n]"})
    printed = loss(N=n, y=y, t=t)
    agree("error-surface", mse(y, t), printed, 1e-14, against="printed equation (2.3)")
    agree(
        "error-surface",
        mse(y, t),
        mean_squared_error(t, y),
        1e-14,
        against="sklearn.metrics.mean_squared_error",
    )
    oracle = torch.nn.MSELoss()(torch.tensor(y), torch.tensor(t))
    agree("error-surface", mse(y, t), oracle, 1e-14, against="torch.nn.MSELoss")


@pytest.mark.equation("eq:mse-slope")
@pytest.mark.parametrize("shape", [(1,), (5,), (4, 3), ()])
def test_gradient(agree, equation, shape):
    rng = np.random.default_rng(2)
    y, t = rng.normal(size=(2, *shape))
    ours = mse_gradient(y, t)
    symbols = {"N": "N", "y_n": "y", "t_n": "t"}
    slope = equation("eq:mse-slope", r"\frac{\partial L}{\partial y_n}", symbols)
    printed = slope(N=np.size(y), y=y, t=t)
    agree("mse-loss", ours, printed, 1e-15, against="printed equation (4.3)")
    leaf = torch.tensor(y, requires_grad=True)
    torch.nn.MSELoss()(leaf, torch.tensor(t)).backward()
    agree("mse-loss", ours, leaf.grad, 1e-14, against="torch.nn.MSELoss")


def test_gradient_by_differences(agree):
    """Central differences of a parabola have no error but rounding."""
    y, t = np.random.default_rng(5).normal(size=(2, 6))
    oracle = [(mse(y + e, t) - mse(y - e, t)) / 2 for e in np.eye(6)]
    agree("mse-loss", mse_gradient(y, t), oracle, 1e-14, against="differences")


def test_the_mean_is_best():
    t = np.array([1.0, 2.0, 4.0, 7.0, 100.0])
    grid = np.linspace(0, 100, 1001)
    losses = [mse(np.full(5, c), t) for c in grid]
    assert grid[np.argmin(losses)] == pytest.approx(t.mean())


def test_what_adds_up_is_float64_and_what_does_not_follows():
    y = np.ones(3, np.float32)
    assert mse(y, y).dtype == np.float64
    assert mse_gradient(y, y).dtype == np.float32


def test_shapes_must_match():
    with pytest.raises(ValueError, match=r"y \(3, 1\), t \(3,\)"):
        mse(np.zeros((3, 1)), np.zeros(3))


def test_the_loss_of_a_network_is_torchs(agree):
    y, t = np.random.default_rng(0).normal(size=(2, 5, 3))
    t = 2 * t
    loss, leaf = MSELoss(), torch.tensor(y, requires_grad=True)
    oracle = torch.nn.MSELoss()(leaf, torch.tensor(t))
    oracle.backward()
    agree("mse-loss", loss.forward(y, t), oracle, 1e-14, against="torch.nn.MSELoss")
    agree("mse-loss", loss.backward(), leaf.grad, 1e-14, against="torch.nn.MSELoss")
