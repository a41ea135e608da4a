# kind: figure
"""Sharpness of five kinds of runs at the same loss, and their accuracy."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {"sharp": "尖锐度 $\\lambda_{\\max}$", "test": "测试集准确率"},
    "en": {"sharp": "sharpness $\\lambda_{\\max}$", "test": "test accuracy"},
}
NUMBERS = Path(__file__).with_name("digits.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["study"] == "sharp"]
    names = [f"$B={row['batch']}$, $\\eta={row['lr']}$" for row in rows]
    fig, axes = plt.subplots(1, 2, figsize=(5.2, 3.2), sharey=True)
    for ax, keys, label, color, mark in (
        (axes[0], ("sharpness", "sharp_low", "sharp_high"), "sharp", "C0", "o"),
        (axes[1], ("test", "test_low", "test_high"), "test", "C1", "s"),
    ):
        for place, row in enumerate(rows):
            middle, low, high = (float(row[key]) for key in keys)
            ax.plot([low, high], [place, place], "-", color=color, lw=2)
            ax.plot(middle, place, mark, color=color, ms=8)
        ax.set_xlabel(text[label])
        ax.grid(axis="x", alpha=0.3)
    axes[0].set_yticks(range(len(rows)), names)
    axes[0].set(xlim=(0, 2.4), ylim=(len(rows) - 0.5, -0.5))
    axes[1].set_xlim(0.92, 0.98)
    return fig
