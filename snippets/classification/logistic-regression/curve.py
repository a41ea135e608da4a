# kind: figure
"""One feature of the tumours, their kinds, and the fitted probability."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_breast_cancer

from chainrule.scratch.models import LogisticRegression

TEXT = {
    "zh": {
        "x": "肿瘤的平均半径",
        "y": "恶性的概率",
        "share": "每组中恶性的比例",
        "curve": "逻辑回归",
        "line": "直线（最小二乘）",
    },
    "en": {
        "x": "mean radius of the tumour",
        "y": "probability: malignant",
        "share": "share in each group",
        "curve": "logistic regression",
        "line": "line of least squares",
    },
}


def draw(lang):
    text = TEXT[lang]
    data = load_breast_cancer()
    x, t = data.data[:, 0], 1 - data.target
    model = LogisticRegression().fit(x[:, None], t)
    fig, ax = plt.subplots(figsize=(5.6, 3.7))
    shift = 0.03 * np.random.default_rng(0).uniform(-1, 1, len(x))
    ax.plot(x, t + shift, ".", color="C0", ms=3, alpha=0.4)
    groups = np.array_split(np.argsort(x), 12)
    centres = [x[group].mean() for group in groups]
    shares = [t[group].mean() for group in groups]
    ax.plot(centres, shares, "o", color="C2", ms=6, label=text["share"])
    grid = np.linspace(6, 29, 300)
    y = model.predict_proba(grid[:, None])[:, 1]
    ax.plot(grid, y, "-", color="C1", label=text["curve"])
    w, b = np.polyfit(x, t, 1)
    ax.plot(grid, b + w * grid, "--", color="C3", label=text["line"])
    edge = -model.b_ / model.w_[0]
    ax.plot([edge, edge], [0, 0.5], ":", color="C1")
    ax.plot([6, edge], [0.5, 0.5], ":", color="C1")
    ax.text(edge + 0.2, 0.12, f"{edge:.1f}", color="C1")
    ax.set(xlabel=text["x"], ylabel=text["y"], xlim=(6, 29), ylim=(-0.45, 1.6))
    ax.set_yticks([0, 0.5, 1])
    ax.grid(lw=0.5)
    ax.legend(loc="lower right", fontsize=9)
    return fig
