import math

import numpy as np
import pytest
import torch
from helpers.courses import curved, walk
from sklearn.linear_model import ElasticNet, Lasso

from chainrule.optim import SGD, ProximalSGD
from chainrule.scratch.optim import soft_threshold

UNIT = "l1-regularization"


def samples(n=40, d=8):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(n, d)) + rng.normal(size=(n, 1))  # correlated
    w = np.array([2.0, 0, 0, -1, 0, 0.5, 0, 0])
    return X, X @ w + 0.3 * rng.normal(size=n)


def steps(X, t, l1, weight_decay=0.0, count=3000, **options):
    """The weights (d,) after so many steps at the rate 1 / largest curvature."""
    N = len(t)
    H, b = (torch.tensor(a) for a in (X.T @ X / N, X.T @ t / N))
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    rate = 1 / (torch.linalg.eigvalsh(H)[-1].item() + weight_decay)
    optimizer = ProximalSGD([w], lr=rate, l1=l1, weight_decay=weight_decay, **options)
    w.grad = torch.zeros_like(w)
    with torch.no_grad():
        for _ in range(count):
            before = w.clone()
            torch.sub(H @ w, b, out=w.grad)
            optimizer.step()
            if torch.equal(w, before):
                break
    return w.detach().numpy()


@pytest.mark.parametrize("l1", [0.05, 0.5, 2.0])
def test_ends_where_lasso_and_elastic_net_do(agree, l1):
    """scikit-learn's loss is |t - X w|² / (2 N) + alpha |w|₁, as here."""
    X, t = samples()
    known = {"fit_intercept": False, "tol": 1e-14, "max_iter": 1_000_000}
    found, theirs = steps(X, t, l1), Lasso(alpha=l1, **known).fit(X, t).coef_
    against = "sklearn.linear_model.Lasso"
    agree(UNIT, found, theirs, 1e-9, atol=1e-11, against=against)
    assert (found == 0).tolist() == (theirs == 0).tolist()
    both = {"alpha": l1 + 0.2, "l1_ratio": l1 / (l1 + 0.2)}
    oracle = ElasticNet(**both, **known).fit(X, t).coef_
    found = steps(X, t, l1, weight_decay=0.2)
    against = "sklearn.linear_model.ElasticNet"
    agree(UNIT, found, oracle, 1e-9, atol=1e-11, against=against)


def test_some_weights_are_zero_and_some_are_not():
    X, t = samples()
    zeros = [(steps(X, t, l1) == 0).sum() for l1 in (0.0, 0.5, 2.0, 1e3)]
    assert zeros[0] == 0 < zeros[1] <= zeros[2] < 8 == zeros[3]


def test_without_penalty_it_is_gradient_descent(agree):
    ours, oracle = walk(ProximalSGD, lr=0.01, l1=0.0), walk(SGD, lr=0.01)
    agree(UNIT, ours, oracle, 0, against="chainrule.optim.SGD")


def test_is_a_step_and_softshrink(agree):
    def softshrink(theta, lr, l1):
        optimizer = torch.optim.SGD(theta, lr=lr)

        @torch.no_grad()
        def shrink(optimizer, *_):
            for p in theta:
                if p.grad is not None:
                    p.copy_(torch.nn.functional.softshrink(p, lr * l1))

        optimizer.register_step_post_hook(shrink)
        return optimizer

    given = {"gradient": curved, "lr": 0.02, "l1": 0.7}
    ours, oracle = walk(ProximalSGD, **given), walk(softshrink, **given)
    agree(UNIT, ours, oracle, 1e-13, atol=1e-15, against="SGD and softshrink")


def test_a_group_may_be_spared():
    layer = torch.nn.Linear(2, 1).double()
    before = [p.detach().clone() for p in layer.parameters()]
    groups = [{"params": [layer.weight]}, {"params": [layer.bias], "l1": 0.0}]
    optimizer = ProximalSGD(groups, lr=0.1, l1=0.5)
    for p in layer.parameters():
        p.grad = torch.zeros_like(p)
    optimizer.step()
    assert torch.equal(layer.bias, before[1])
    expected = soft_threshold(before[0].numpy(), 0.05)
    assert layer.weight.detach().numpy() == pytest.approx(expected, rel=1e-15)


def test_bad_input_is_named():
    w = torch.ones(1, requires_grad=True)
    for value in (-0.1, math.nan, math.inf):
        with pytest.raises(ValueError, match=f"Invalid l1 value: {value}"):
            ProximalSGD([w], l1=value)
