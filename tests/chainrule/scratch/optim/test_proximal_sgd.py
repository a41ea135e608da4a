import math

import numpy as np
import pytest
import torch
from scipy.optimize import minimize_scalar
from sklearn.linear_model import Lasso

from chainrule.scratch.optim import proximal_sgd, soft_threshold

UNIT = "l1-regularization"


def test_soft_threshold_is_the_proximal_map(agree):
    """torch's softshrink, and the smallest value searched."""
    v = np.linspace(-3, 3, 25)
    for a in (0.0, 0.25, 1.0, 5.0):
        oracle = torch.nn.functional.softshrink(torch.tensor(v), a)
        agree(UNIT, soft_threshold(v, a), oracle, 0, against="torch softshrink")
    for v in (-2.0, -0.3, 0.1, 0.9):
        found = minimize_scalar(lambda w, v=v: (w - v) ** 2 / 2 + 0.4 * abs(w))
        assert soft_threshold(v, 0.4) == pytest.approx(found.x, abs=1e-6)


def test_steps_end_at_the_lasso(agree):
    rng = np.random.default_rng(1)
    X = rng.normal(size=(40, 6)) + rng.normal(size=(40, 1))
    t = X @ np.array([1.0, 0, -2, 0, 0, 0.3]) + rng.normal(size=40)
    lr = 40 / np.linalg.eigvalsh(X.T @ X)[-1]
    known = {"fit_intercept": False, "tol": 1e-14, "max_iter": 100_000}
    for l1 in (0.1, 0.8):
        w = np.zeros(6)
        for _ in range(2000):
            w = proximal_sgd(w, X.T @ (X @ w - t) / 40, lr, l1)
        oracle = Lasso(alpha=l1, **known).fit(X, t).coef_
        against = "sklearn.linear_model.Lasso"
        agree(UNIT, w, oracle, 1e-9, atol=1e-11, against=against)
        assert (w == 0).tolist() == (oracle == 0).tolist()
        assert 0 < (w == 0).sum() < 6


def test_keeps_the_dtype():
    w = np.ones(3, np.float32)
    assert proximal_sgd(w, w, 0.5, 0.25).dtype == np.float32


def test_bad_input_is_named():
    for value in (-0.1, math.nan, math.inf):
        with pytest.raises(ValueError, match=f"a must be 0 or more, got {value}"):
            soft_threshold(np.ones(2), value)
        with pytest.raises(ValueError, match=f"got {value}"):
            proximal_sgd(np.ones(2), np.ones(2), lr=1.0, l1=value)
