# kind: figure
"""The same data, as measured and standardized: a ravine and a round bowl."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_diabetes

from chainrule.scratch.models.regression import (
    gradients,
    hessian,
    least_squares,
)
from chainrule.scratch.optim import gradient_descent

TEXT = {
    "zh": {
        "raw": "原始 BMI：100 步",
        "standard": "标准化之后：3 步",
        "b": "偏置 $b$",
        "w": "权重 $w$",
    },
    "en": {
        "raw": "BMI as measured: 100 steps",
        "standard": "standardized: 3 steps",
        "b": "bias $b$",
        "w": "weight $w$",
    },
}


def draw(lang):
    text = TEXT[lang]
    data = load_diabetes(scaled=False)
    raw, t = data.data[:, [2]], data.target
    standard = (raw - raw.mean()) / raw.std()
    cases = (("raw", raw, 100, 170, 10), ("standard", standard, 3, 170, 170))
    fig, axes = plt.subplots(1, 2, figsize=(6.6, 3.6))
    for ax, (name, X, steps, db, dw) in zip(axes, cases, strict=True):

        def grad(theta, X=X):
            grad_w, grad_b = gradients(X, t, theta[1:], theta[0])
            return np.concatenate([[grad_b], grad_w])

        w, b = least_squares(X, t)
        db_grid, dw_grid = np.meshgrid(
            np.linspace(-db, db, 80), np.linspace(-dw, dw, 80)
        )
        d = np.stack([db_grid, dw_grid], axis=-1)
        rise = np.einsum("...i,ij,...j->...", d, hessian(X), d) / 2
        levels = rise.max() * np.array([0.001, 0.01, 0.05, 0.15, 0.4, 0.8])
        ax.contour(
            b + db_grid,
            w[0] + dw_grid,
            rise,
            levels,
            colors="0.55",
            linewidths=0.8,
        )
        rate = 0.9 / np.linalg.eigvalsh(hessian(X))[-1]
        path = gradient_descent(grad, np.zeros(2), rate, steps)
        ax.plot(*path.T, "-", marker="o", ms=3.5, color="C0")
        ax.plot(b, w[0], "*", ms=11, color="C4")
        ax.set(title=text[name], xlabel=text["b"])
    axes[0].set_ylabel(text["w"])
    return fig
