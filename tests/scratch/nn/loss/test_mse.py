import numpy as np
import pytest
import torch
from sklearn.metrics import mean_squared_error

from chainrule.scratch.nn import mse


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


def test_dtype_follows_the_input():
    y = np.ones(3, np.float32)
    assert mse(y, y).dtype == np.float32


def test_shapes_must_match():
    with pytest.raises(ValueError, match=r"y \(3, 1\), t \(3,\)"):
        mse(np.zeros((3, 1)), np.zeros(3))
