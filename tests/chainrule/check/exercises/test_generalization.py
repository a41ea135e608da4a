"""That the right functions of the part are right: by torch and scikit-learn."""

import numpy as np
import pytest
import torch
from helpers.checks import agrees, back, of_part
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler
from torch.nn import functional as F


def proximal_sgd(w, g, lr, l1):
    return F.softshrink(torch.tensor(w - lr * g), lr * l1)


def dropout(x, dy, kept, p, training):
    def forward(x):
        return torch.where(torch.tensor(kept), x / (1 - p), 0) if training else x

    return forward(torch.tensor(x)), back(forward, dy, x)[0]


def standardize(train, x):
    return StandardScaler().fit(train).transform(x)


def batch_norm(x, gamma, beta, running_mean, running_var, momentum, eps, training):
    mean, var = torch.tensor(running_mean), torch.tensor(running_var)
    affine = torch.tensor(gamma), torch.tensor(beta)
    y = F.batch_norm(torch.tensor(x), mean, var, *affine, training, momentum, eps)
    return y, mean, var


def batch_norm_backward(dy, x, gamma, eps):
    def forward(x, gamma, beta):
        return F.batch_norm(x, None, None, gamma, beta, training=True, eps=eps)

    return back(forward, dy, x, gamma, 0 * gamma)


def mixup(x, t, partner, lam):
    x, t = torch.tensor(x), torch.tensor(t)
    return x[partner].lerp(x, lam), t[partner].lerp(t, lam)


def k_fold(n, k):
    return list(KFold(k).split(np.zeros(n)))


def ema(losses, beta):
    """A weighted mean of all losses so far."""
    ages = [np.arange(t)[::-1] for t in range(1, len(losses) + 1)]
    return [np.average(losses[: len(age)], weights=beta**age) for age in ages]


ORACLES = {
    "batch_norm": batch_norm,
    "batch_norm_backward": batch_norm_backward,
    "dropout": dropout,
    "ema": ema,
    "k_fold": k_fold,
    "mixup": mixup,
    "proximal_sgd": proximal_sgd,
    "standardize": standardize,
}


@pytest.mark.parametrize("name", of_part("generalization"))
def test_right(name):
    agrees(name, ORACLES[name], 1e-12)
