# kind: figure
"""Descent on classes that can be separated never ends."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer

from chainrule.scratch.models.linear.logistic_regression import (
    of_theta,
    safe_rate,
)
from chainrule.scratch.optim import gradient_descent

TEXT = {
    "zh": ("步", "权重的长度 $\\|\\mathbf{w}\\|$", "2 个特征", "30 个特征"),
    "en": ("step", "length $\\|\\mathbf{w}\\|$", "2 features", "30 features"),
}
STEPS = 20000


@cache
def lengths(columns, weight_decay):
    data = load_breast_cancer()
    X, t = data.data[:, list(columns)], 1 - data.target
    X = (X - X.mean(axis=0)) / X.std(axis=0)
    grad = of_theta(X, t, weight_decay)[1]
    rate = safe_rate(X, weight_decay)
    path = gradient_descent(grad, np.zeros(len(columns) + 1), rate, STEPS)
    return np.linalg.norm(path[:, 1:], axis=1)


def draw(lang):
    xlabel, ylabel, few, many = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 3.6))
    cases = (
        (range(30), 0.0, f"{many}, $\\lambda = 0$", "-"),
        (range(30), 1e-3, f"{many}, $\\lambda = 0.001$", "--"),
        ([0, 1], 0.0, f"{few}, $\\lambda = 0$", "-."),
    )
    for columns, weight_decay, name, style in cases:
        ax.plot(lengths(tuple(columns), weight_decay), style, label=name)
    ax.set(xscale="log", xlim=(1, STEPS), xlabel=xlabel, ylabel=ylabel)
    ax.set_ylim(0, None)
    ax.grid(lw=0.5)
    ax.legend(loc="upper left")
    return fig
