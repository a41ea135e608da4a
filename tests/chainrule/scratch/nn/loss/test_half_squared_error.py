import numpy as np
import pytest
import torch

from chainrule.scratch.nn import (
    HalfSquaredErrorLoss,
    Sigmoid,
    half_squared_error,
    half_squared_error_gradient,
    mse,
    mse_gradient,
)

UNIT = "mse-loss"


@pytest.mark.equation("eq:half-squared-error", "eq:half-squared-slope")
@pytest.mark.parametrize("K", [1, 2, 5])
def test_one_sample(agree, equation, K):
    y, t = np.random.default_rng(K).normal(size=(2, K))
    symbols = {"K": "K", "y_{nk}": "y[k]", "t_{nk}": "t[k]"}
    printed = equation("eq:half-squared-error", "E_n", symbols)(K=K, y=y, t=t)
    ours = half_squared_error(y[None], t[None])
    agree(UNIT, ours, printed, 1e-14, against="printed equation (4.4)")
    symbols = {"y_{nk}": "y", "t_{nk}": "t"}
    left = r"\frac{\partial E_n}{\partial y_{nk}}"
    printed = equation("eq:half-squared-slope", left, symbols)(y=y, t=t)
    ours = half_squared_error_gradient(y[None], t[None])[0]
    agree(UNIT, ours, printed, 1e-15, against="printed equation (4.5)")


@pytest.mark.equation("eq:half-squared-batch", "eq:half-squared-start")
@pytest.mark.equation("eq:sigmoid-head")
def test_a_batch(agree, equation):
    rng, unit = np.random.default_rng(0), "square-loss-layer"
    u, t = rng.normal(size=(5, 3)), rng.uniform(size=(5, 3))
    head, loss = Sigmoid(), HalfSquaredErrorLoss()
    y = head.forward(u)
    symbols = {"N": "N", "K": "K", "y_{nk}": "y[n, k]", "t_{nk}": "t[n, k]"}
    printed = equation("eq:half-squared-batch", "E", symbols)(N=5, K=3, y=y, t=t)
    agree(unit, loss.forward(y, t), printed, 1e-14, against="printed equation (15.6)")
    by, dy = r"\frac{\partial E}{\partial %s}", loss.backward()
    symbols = {"N": "N", "y_{nk}": "y", "t_{nk}": "t"}
    printed = equation("eq:half-squared-start", by % "y_{nk}", symbols)(N=5, y=y, t=t)
    agree(unit, dy, printed, 1e-14, against="printed equation (15.7)")
    printed = equation("eq:sigmoid-head", by % "u_{nk}", symbols)(N=5, y=y, t=t)
    agree(unit, head.backward(dy), printed, 1e-14, against="printed equation (15.8)")


@pytest.mark.parametrize("shape", [(1,), (6,), (4, 3)])
def test_value_and_gradient(agree, shape):
    y, t = np.random.default_rng(0).normal(size=(2, *shape))
    leaf = torch.tensor(y, requires_grad=True)
    total = torch.nn.MSELoss(reduction="sum")(leaf, torch.tensor(t))
    oracle = total / 2 / shape[0]
    oracle.backward()
    against = "torch.nn.MSELoss(reduction='sum') / (2 N)"
    ours = half_squared_error(y, t)
    agree(UNIT, ours, oracle, 1e-14, against=against)
    ours = half_squared_error_gradient(y, t)
    agree(UNIT, ours, leaf.grad, 1e-14, against=against)


def test_with_one_output_it_is_half_of_mse():
    y, t = np.random.default_rng(1).normal(size=(2, 5))
    assert half_squared_error(y, t) == pytest.approx(mse(y, t) / 2)
    assert half_squared_error_gradient(y, t) == pytest.approx(mse_gradient(y, t) / 2)


def test_the_mean_of_mse_divides_by_the_outputs_too():
    """Notes C and E mean different things by MSE: K/2 of torch's is C's."""
    y, t = np.random.default_rng(1).normal(size=(2, 5, 4))
    assert half_squared_error(y, t) == pytest.approx(mse(y, t) * 4 / 2)


def test_the_loss_of_a_network_is_this_one(agree):
    y, t = np.random.default_rng(0).normal(size=(2, 5, 3))
    leaf, loss = torch.tensor(y, requires_grad=True), HalfSquaredErrorLoss()
    oracle = torch.nn.MSELoss(reduction="sum")(leaf, torch.tensor(t)) / (2 * 5)
    oracle.backward()
    unit, against = "square-loss-layer", "torch.nn.MSELoss(reduction='sum') / (2 N)"
    agree(unit, loss.forward(y, t), oracle, 1e-14, against=against)
    agree(unit, loss.backward(), leaf.grad, 1e-14, against=against)
