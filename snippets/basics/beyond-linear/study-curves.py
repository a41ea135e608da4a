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
RECORD = Path(__file__).with_name("study.out")


def rows():
    with RECORD.open(encoding="utf-8") as file:
        lines = (line for line in file if line[0] != "#")
        return [*csv.DictReader(lines)]


def points(name):
    """Ticks, and what was measured there, of one layer or of 100 units."""
    fixed, at = ("units", "100") if name == "depth" else ("layers", "1")
    found = [r for r in rows() if r["activation"] == "relu" and r[fixed] == at]
    key = "layers" if name == "depth" else "units"
    return [row[key] for row in found], found


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 6.6))
    for ax, name in zip(axes, ("width", "depth"), strict=True):
        names, found = points(name)
        place = range(len(names))
        for key, columns, color, style in (
            ("seen", ("seen", "seen_low", "seen_high"), "C0", "o--"),
            ("unseen", ("unseen", "low", "high"), "C1", "s-"),
        ):
            middle, low, high = (
                [float(row[column]) for row in found] for column in columns
            )
            ax.plot(place, middle, style, color=color, label=text[key])
            ax.fill_between(place, low, high, color=color, alpha=0.2, lw=0)
        line = float(rows()[0]["unseen"])
        ax.axhline(line, color="C2", ls="-.", label=text["line"])
        ax.axhline(0.25, color="C3", ls=":", lw=2, label=text["floor"])
        ax.set_xticks(place, names)
        ax.set(xlabel=text[name], ylabel=text["error"], ylim=(0, 0.99))
    axes[0].legend(loc="upper right", ncols=2, fontsize=9)
    return fig
