# kind: figure
"""Errors on seen and unseen days against width and depth."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "width": "一层，ReLU 个数",
        "depth": "每层 100 个 ReLU，层数",
        "error": "均方根误差（千次）",
        "seen": "训练集",
        "unseen": "没看过的一年",
        "floor": "噪声：没看过的日子的下限",
        "line": "线性模型，没看过的一年",
    },
    "en": {
        "width": "one layer: number of ReLUs",
        "depth": "100 ReLUs each: number of layers",
        "error": "root mean squared error",
        "seen": "training set",
        "unseen": "unseen year",
        "floor": "noise: floor for unseen days",
        "line": "linear model, unseen year",
    },
}
HERE = Path(__file__)


def points(layers_vary):
    with HERE.with_name("study.out").open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file) if row[0] == "relu"]
    key, fixed = (1, 2) if layers_vary else (2, 1)
    rows = [
        row for row in rows if row[fixed] == ("100" if layers_vary else "1")
    ]
    return [row[key] for row in rows], [list(map(float, r[3:])) for r in rows]


def linear():
    """The median of the linear model that looks back 56 days."""
    last = HERE.with_name("look-back.out").read_text("utf-8").splitlines()[-1]
    return float(last.split()[3])


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 6.6))
    for ax, name in zip(axes, ("width", "depth"), strict=True):
        names, rows = points(name == "depth")
        place = range(len(names))
        for first, key, color, style in (
            (0, "seen", "C0", "o--"),
            (3, "unseen", "C1", "s-"),
        ):
            middle, low, high = zip(
                *(row[first : first + 3] for row in rows), strict=True
            )
            ax.plot(place, middle, style, color=color, label=text[key])
            ax.fill_between(place, low, high, color=color, alpha=0.2, lw=0)
        ax.axhline(linear(), color="C2", ls="-.", label=text["line"])
        ax.axhline(0.25, color="C3", ls=":", lw=2, label=text["floor"])
        ax.set_xticks(place, names)
        ax.set(xlabel=text[name], ylabel=text["error"], ylim=(0, 0.99))
    axes[0].legend(loc="upper right", ncols=2, fontsize=9)
    return fig
