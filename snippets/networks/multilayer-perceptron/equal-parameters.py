# kind: figure
"""Accuracy against depth at equal numbers of parameters, two tasks."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import two_spirals

TEXT = {
    "zh": {
        "x": "隐藏层数",
        "y": "没看过的样本上的错误率",
        "digits": "数字，约 2400 个参数",
        "spirals": "螺旋，约 500 个参数",
        "task": "螺旋：两臂各为一类",
    },
    "en": {
        "x": "hidden layers",
        "y": "errors on unseen samples",
        "digits": "digits, about 2400 parameters",
        "spirals": "spirals, about 500 parameters",
        "task": "spirals: each arm a class",
    },
}


def draw(lang):
    text = TEXT[lang]
    path = Path(__file__).with_name("width-or-depth.out")
    with path.open(encoding="utf-8") as file:
        rows = [*csv.reader(line for line in file if line[0] != "#")][1:]
    fig, (above, ax) = plt.subplots(
        2, figsize=(5.6, 6.4), gridspec_kw={"height_ratios": [1.1, 1]}
    )
    X, t = two_spirals(500, turns=2, noise=0.05, rng=0)
    for arm, mark in ((0, "o"), (1, "^")):
        at = X[t == arm]
        above.plot(*at.T, mark, color=f"C{arm}", ms=3.5)
    above.set(title=text["task"], aspect="equal", xlabel="$x_1$")
    above.set_ylabel("$x_2$", rotation=0)
    for task, mark, color in (("digits", "o-", "C2"), ("spirals", "s--", "C3")):
        found = [row for row in rows if row[0] == task]
        depth = np.array([int(row[1]) for row in found])
        middle, low, high = (
            1 - np.array([float(row[k]) for row in found]) for k in (5, 6, 7)
        )
        place = np.arange(len(depth)) + (0.04 if task == "digits" else -0.04)
        bars = np.abs([middle - high, low - middle])
        ax.errorbar(
            place,
            middle,
            bars,
            fmt=mark,
            color=color,
            capsize=4,
            label=text[task],
        )
    ax.set_xticks(range(len(depth)), depth)
    ax.set(xlabel=text["x"], ylabel=text["y"])
    ax.set_ylim(0)
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0%}")
    ax.legend(loc="upper left")
    return fig
