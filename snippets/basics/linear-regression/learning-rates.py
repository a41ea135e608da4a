# kind: figure
"""Loss against step for four learning rates, one of them beyond the limit."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.regression import gradients, hessian
from chainrule.scratch.optim import gradient_descent

TEXT = {
    "zh": {
        "step": "步数 $k$",
        "loss": "超出最小值的损失",
        "names": ("太小", "合适", "快到上限", "超过上限"),
    },
    "en": {
        "step": "step $k$",
        "loss": "loss above the minimum",
        "names": ("too small", "good", "near the limit", "beyond it"),
    },
}
X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])


def grad(theta):
    grad_w, grad_b = gradients(X, t, theta[1:], theta[0])
    return np.concatenate([[grad_b], grad_w])


def draw(lang):
    text = TEXT[lang]
    limit = 2 / np.linalg.eigvalsh(hessian(X))[-1]
    fig, ax = plt.subplots()
    for rate, name in zip((0.02, 0.36, 0.41, 0.43), text["names"], strict=True):
        path = gradient_descent(grad, np.zeros(2), rate, 60)
        y = path[:, :1] + path[:, 1:] * X[:, 0]
        loss = np.mean((y - t) ** 2, axis=1) - 0.5
        sign = "<" if rate < limit else ">"
        label = f"{name}  $\\eta={rate}{sign}2/\\lambda_{{\\max}}$"
        ax.semilogy(
            loss, label=label if rate > 0.4 else f"{name}  $\\eta={rate}$"
        )
    ax.set(
        xlabel=text["step"], ylabel=text["loss"], ylim=(1e-9, 1e5), xlim=(0, 60)
    )
    ax.legend(loc="lower left", fontsize=9.5)
    return fig
