# kind: figure
"""Twenty points, one slip, three lines."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import QuantileRegressor

from chainrule.scratch.models.regression import least_squares, predict
from chainrule.scratch.nn import huber_gradient
from chainrule.scratch.optim import gradient_descent

TEXT = {
    "zh": {
        "slip": "写错的目标",
        "names": ("均方误差", "平均绝对误差", "Huber"),
        "true": "真实的直线",
        "x": "特征 $x$",
        "t": "目标 $t$",
    },
    "en": {
        "slip": "the slip",
        "names": ("MSE", "MAE", "Huber"),
        "true": "true line",
        "x": "feature $x$",
        "t": "target $t$",
    },
}


def draw(lang):
    text = TEXT[lang]
    rng = np.random.default_rng(0)
    X = rng.uniform(-1.7, 1.7, size=(20, 1))
    t = 1 + 2 * X[:, 0] + 0.5 * rng.normal(size=20)
    slip = X[:, 0].argmax()
    t[slip] -= 15

    def grad(theta):
        slope = huber_gradient(predict(X, theta[1:], theta[0]), t)
        return np.array([slope.sum(), *(X.T @ slope)])

    theta = gradient_descent(grad, np.zeros(2), 0.5, 600)[-1]
    median = QuantileRegressor(quantile=0.5, alpha=0).fit(X, t)
    lines = (
        least_squares(X, t),
        (median.coef_, median.intercept_),
        (theta[1:], theta[0]),
    )
    ends = np.array([[-1.8], [1.8]])
    fig, ax = plt.subplots()
    ax.plot(X, t, "o", color="C3", ms=5)
    ax.annotate(
        text["slip"],
        (X[slip, 0], t[slip]),
        (-12, 0),
        textcoords="offset points",
        ha="right",
        va="center",
    )
    ax.plot(ends, 1 + 2 * ends, "-", color="0.55", lw=1, label=text["true"])
    for (w, b), name in zip(lines, text["names"], strict=True):
        label = f"{name}: $w = {w[0]:.2f}$"
        ax.plot(ends, predict(ends, w, b), label=label)
    ax.set(xlabel=text["x"], ylabel=text["t"], ylim=(-12, 6))
    ax.legend(loc="lower left")
    return fig
