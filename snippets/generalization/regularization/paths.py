# kind: figure
"""Ten coefficients over the strength of both penalties."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import lasso_path

TEXT = {
    "zh": {
        "ridge": "L2（岭回归）",
        "lasso": "L1（Lasso）",
        "x": {"ridge": "强度 $\\lambda$", "lasso": "强度 $\\lambda_1$"},
        "y": "权重",
    },
    "en": {
        "ridge": "L2 (ridge)",
        "lasso": "L1 (lasso)",
        "x": {"ridge": "strength $\\lambda$", "lasso": "strength $\\lambda_1$"},
        "y": "weight",
    },
}


def both():
    """{name: (strengths, weights (10, strengths))}, on scaled features."""
    X, t = load_diabetes(return_X_y=True)
    X, t = X / X.std(axis=0), t - t.mean()
    H, b = X.T @ X / len(t), X.T @ t / len(t)
    decays = np.geomspace(0.003, 300, 80)
    ridge = [np.linalg.solve(H + decay * np.eye(10), b) for decay in decays]
    l1 = np.geomspace(0.03, 60, 80)[::-1]
    strengths, lasso, _ = lasso_path(X, t, alphas=l1, max_iter=10_000)
    return {"ridge": (decays, np.array(ridge).T), "lasso": (strengths, lasso)}


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 6.2))
    styles = "-", "--", "-.", ":"
    for ax, (name, (strengths, weights)) in zip(
        axes, both().items(), strict=True
    ):
        for i, w in enumerate(weights):
            ax.plot(strengths, w, styles[i % 4], color=f"C{i % 5}", lw=1.4)
        ax.axhline(0, color="0.55", lw=0.8)
        ax.set(xscale="log", title=text[name], ylabel=text["y"])
        ax.set_xlabel(text["x"][name])
    return fig
