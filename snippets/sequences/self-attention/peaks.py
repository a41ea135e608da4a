# kind: figure
"""Largest weight and slope over the size d, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "d": "查询与键的维数 $d_k$",
        "weight": "最大的权重",
        "slope": "最大的导数",
        "": "不除以 $\\sqrt{d_k}$",
        "_root": "除以 $\\sqrt{d_k}$",
    },
    "en": {
        "d": "size $d_k$ of queries and keys",
        "weight": "largest weight",
        "slope": "largest derivative",
        "": "plain",
        "_root": "over $\\sqrt{d_k}$",
    },
}
NUMBERS = Path(__file__).with_name("saturation.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    sizes = [int(row["d"]) for row in rows]
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 5.0), sharex=True)
    for ax, key in zip(axes, ("weight", "slope"), strict=True):
        for end, color, line in (("", "C3", "s--"), ("_root", "C0", "o-")):
            values = [float(row[key + end]) for row in rows]
            ax.plot(sizes, values, line, color=color, label=text[end])
        ax.set(xscale="log", ylabel=text[key])
    axes[0].set_ylim(0, 1)
    axes[1].set_ylim(0, 0.25)
    axes[0].legend(loc="upper left")
    axes[1].set_xlabel(text["d"])
    axes[1].set_xticks(sizes, sizes)
    axes[1].minorticks_off()
    return fig
