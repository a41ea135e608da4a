# kind: figure
"""Sizes of the gradients in Adam's first ten steps, from the numbers beside."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "full": "无预热",
        "ramp": "有预热",
        "x": "梯度的大小 $|g|$",
        "t": "第 {} 步",
        "zero": "零：{:.0%}",
        "y": "权重的比例",
    },
    "en": {
        "full": "no warm-up",
        "ramp": "warm-up",
        "x": "size of the gradient $|g|$",
        "t": "step {}",
        "zero": "zero: {:.0%}",
        "y": "share of weights",
    },
}
NUMBERS = Path(__file__).with_name("zeros.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(3, 2, figsize=(5.6, 5.4), sharex=True, sharey=True)
    for column, start in enumerate(("full", "ramp")):
        own = [r for r in rows if (r["lr"], r["start"]) == ("0.03", start)]
        for ax, row in zip(axes[:, column], own, strict=True):
            share = [float(row[key]) for key in row if key.startswith("bin_")]
            edges = np.arange(len(share) + 1) / 4 - 7
            ax.stairs(share, edges, fill=True, color=f"C{1 - column}")
            label = text["t"].format(row["step"])
            zero = text["zero"].format(float(row["zeros"]))
            ax.text(0.04, 0.9, label, transform=ax.transAxes, va="top")
            ax.text(0.04, 0.72, zero, transform=ax.transAxes, va="top")
        axes[0, column].set_title(text[start])
        axes[2, column].set_xlabel(text["x"])
    axes[1, 0].set_ylabel(text["y"])
    ticks = (-6, -4, -2, 0)
    axes[0, 0].set_xticks(ticks, [f"$10^{{{k}}}$" for k in ticks])
    return fig
