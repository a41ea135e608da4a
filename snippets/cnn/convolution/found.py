# kind: figure
"""Accuracy of the four networks on both tasks, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "digits": "数字",
        "strokes": "笔画：与训练同侧",
        "elsewhere": "笔画：在另一侧",
        "accuracy": "测试准确率",
        "networks": ("全连接", "局部连接", "共享", "共享并平均"),
    },
    "en": {
        "digits": "digits",
        "strokes": "strokes where they were",
        "elsewhere": "strokes elsewhere",
        "accuracy": "test accuracy",
        "networks": ("dense", "local", "shared", "shared,\nthen mean"),
    },
}
NUMBERS = Path(__file__).with_name("sharing.out")
KEYS = {
    "digits": ("digits", ("accuracy", "low", "high")),
    "strokes": ("strokes", ("accuracy", "low", "high")),
    "elsewhere": ("strokes", ("elsewhere", "least", "most")),
}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(5.0, 3.8))
    for n, (name, (task, keys)) in enumerate(KEYS.items()):
        own = [row for row in rows if row["task"] == task]
        median, low, high = ([float(row[key]) for row in own] for key in keys)
        places = [k + 0.2 * (n - 1) for k in range(4)]
        ax.vlines(places, low, high, color=f"C{n}", lw=2.5)
        ax.plot(places, median, "os^"[n], color=f"C{n}", ms=7, label=text[name])
    ax.axhline(0.5, ls=":", lw=1, color="0.5")
    ax.set_xticks(range(4), text["networks"])
    ax.set(ylabel=text["accuracy"], ylim=(0.45, 1.2))
    ax.set_yticks([0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
    ax.legend(loc="upper left", fontsize=11)
    return fig
