# kind: figure
"""Accuracy over shift, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "shift": "每步的偏移，以标准差为单位",
        "accuracy": "测试集准确率",
        "plain": "没有归一化",
        "batch": "批归一化",
        "shaken": "批归一化加噪声",
    },
    "en": {
        "shift": "shift per step, in deviations",
        "accuracy": "test accuracy",
        "plain": "without",
        "batch": "batch\nnormalization",
        "shaken": "shaken",
    },
}
NUMBERS = Path(__file__).with_name("shift.out")
WHERE = {"plain": (0, -24), "batch": (12, 0), "shaken": (0, 22)}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(4.8, 3.4))
    for row, color, marker in zip(
        rows, ("C0", "C1", "C3"), ("o", "s", "^"), strict=True
    ):
        x, y, low, high = (
            float(row[key]) for key in ("shift", "accuracy", "low", "high")
        )
        ax.plot([x, x], [low, high], color=color, lw=2.5)
        ax.plot(x, y, marker, color=color, ms=9)
        ax.annotate(
            text[row["network"]],
            (x, low if row["network"] == "plain" else y),
            xytext=WHERE[row["network"]],
            textcoords="offset points",
            ha="left" if row["network"] == "batch" else "center",
            va="center",
        )
    ax.set(xscale="log", xlabel=text["shift"], ylabel=text["accuracy"])
    ax.set(xlim=(4e-4, 2), ylim=(0.68, 1))
    return fig
