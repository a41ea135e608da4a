# kind: figure
"""Adam on the 101-periodic problem, and how large the rare gradient must be."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import adam, amsgrad

TEXT = {
    "zh": {
        "t": "步数 $t$",
        "w": "位置",
        "best": "最优",
        "x": "$x = p\\,(1 - \\beta_2)$",
        "ratio": "$C / (p - 1)$",
        "right": "Adam 走对",
        "wrong": "Adam 走错",
        "simulated": "模拟",
        "formula": "公式",
    },
    "en": {
        "t": "step $t$",
        "w": "position",
        "best": "best",
        "x": "$x = p\\,(1 - \\beta_2)$",
        "ratio": "$C / (p - 1)$",
        "right": "Adam goes the right way",
        "wrong": "Adam goes the wrong way",
        "simulated": "simulated",
        "formula": "formula",
    },
}


def walk(twin, steps, buffers):
    w, *kept = (0.0,) * (1 + buffers)
    path = []
    for t in range(1, steps + 1):
        g = 1010.0 if t % 101 == 1 else -10.0
        given = {"lr": 0.5 / t**0.5, "betas": (0.9, 0.99)}
        w, *kept = twin(w, g, *kept, t, **given)
        w = float(np.clip(w, -1, 1))
        path.append(w)
    return path


def moves_right(C, p, beta2):
    """Whether a cycle, repeated until it is steady, ends below its start."""
    v = 0.0
    for _ in range(int(20 / (p * (1 - beta2))) + 2):
        v = beta2 * v + (1 - beta2) * C**2
        moved = C / v**0.5
        for _ in range(p - 1):
            v = beta2 * v + (1 - beta2)
            moved -= 1 / v**0.5
    return moved > 0


def threshold(p, beta2=0.99):
    low, high = 1.0, 100.0  # of C / (p - 1)
    for _ in range(12):
        middle = (low * high) ** 0.5
        if moves_right(middle * (p - 1), p, beta2):
            high = middle
        else:
            low = middle
    return high


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 6), layout="constrained")
    steps = 30_000
    for name, twin, buffers, style in (
        ("Adam", adam, 2, "-"),
        ("AMSGrad", amsgrad, 3, "--"),
    ):
        path = walk(twin, steps, buffers)
        axes[0].plot(range(1, steps + 1), path, style, lw=1, label=name)
    axes[0].axhline(-1, color="0.55", lw=0.8)
    axes[0].annotate(
        text["best"], (0, -1), (4, -11), textcoords="offset points", color="0.5"
    )
    axes[0].set(xlabel=text["t"], ylabel=text["w"], ylim=(-1.35, 1.15))
    axes[0].legend(loc="center right")
    x = np.linspace(0.05, 4, 80)
    axes[1].semilogy(x, np.expm1(x / 2) / (x / 2), label=text["formula"])
    periods = [10, 50, 101, 150, 200, 300, 400]
    found = [threshold(p) for p in periods]
    axes[1].plot(
        np.array(periods) / 100, found, "o", ms=5, label=text["simulated"]
    )
    axes[1].plot(1.01, 1.01, "*", ms=11, color="C4")
    axes[1].text(0.3, 2.6, text["right"])
    axes[1].text(2.3, 1.15, text["wrong"])
    axes[1].set(xlabel=text["x"], ylabel=text["ratio"], ylim=(0.95, 4))
    axes[1].set_yticks([1, 2, 3, 4], ["1", "2", "3", "4"])
    axes[1].minorticks_off()
    axes[1].legend(loc="upper left")
    return fig
