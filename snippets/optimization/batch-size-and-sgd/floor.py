# kind: figure
"""Single runs in a bowl, and the spread that the formula predicts."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "update": "更新次数",
        "full": "没有噪声",
        "band": "$\\pm 2\\sqrt{V}$",
    },
    "en": {"update": "update", "full": "no noise", "band": "$\\pm 2\\sqrt{V}$"},
}
A, S = 2.0, 1.0


def run(lr, noise, steps=120):
    rng, path = np.random.default_rng(1), [3.0]
    for _ in range(steps):
        slope = A * path[-1] + noise * rng.normal()
        path.append(path[-1] - lr * slope)
    return path


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.4, 4.4), sharex=True)
    for ax, lr, color in zip(axes, (0.5, 0.05), ("C1", "C0"), strict=True):
        edge = 2 * (lr * S**2 / (A * (2 - lr * A))) ** 0.5
        ax.axhspan(-edge, edge, color=color, alpha=0.15, label=text["band"])
        ax.plot(run(lr, 0), "--", color="0.5", lw=1.4, label=text["full"])
        ax.plot(run(lr, S), "-", color=color, lw=1.1, label=f"$\\eta={lr}$")
        ax.set(ylabel="$\\theta_t$", ylim=(-1.8, 3.2))
        ax.legend(loc="upper right", ncols=3)
    axes[1].set_xlabel(text["update"])
    return fig
