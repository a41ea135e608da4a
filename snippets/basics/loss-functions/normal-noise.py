# kind: figure
"""Normal noise around a line; the densities and what they cost."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import normal_pdf

TEXT = {
    "zh": {
        "x": "特征 $x$",
        "t": "目标 $t$",
        "r": "误差 $y - t$",
        "cost": "$-\\ln p$（去掉常数）",
        "names": ("正态分布", "拉普拉斯分布"),
    },
    "en": {
        "x": "feature $x$",
        "t": "target $t$",
        "r": "error $y - t$",
        "cost": "$-\\ln p$, without constants",
        "names": ("normal", "Laplace"),
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, (left, right) = plt.subplots(1, 2, figsize=(5.8, 3.5))
    rng = np.random.default_rng(0)
    x = rng.uniform(0, 4, 80)
    left.plot(
        x, 1 + 0.8 * x + 0.5 * rng.normal(size=80), "o", ms=3, mew=0, color="C3"
    )
    ends = np.array([0.0, 4.4])
    left.plot(ends, 1 + 0.8 * ends, "-", color="C0")
    for place in (0.6, 2.0, 3.4):
        mean = 1 + 0.8 * place
        t = np.linspace(mean - 1.6, mean + 1.6, 120)
        bell = place + normal_pdf(t, mean, 0.5)
        left.plot(bell, t, "-", color="C1", lw=1.4)
        left.plot([place, place], t[[0, -1]], "-", color="0.55", lw=0.7)
    left.set(xlabel=text["x"], ylabel=text["t"])
    r = np.linspace(-3, 3, 301)
    for cost, name in zip((r**2 / 2, np.abs(r)), text["names"], strict=True):
        right.plot(r, cost, label=name)
    right.set(xlabel=text["r"], ylabel=text["cost"], ylim=(0, 4.8))
    right.grid(lw=0.5)
    right.legend(loc="upper center")
    return fig
