# kind: figure
"""Test accuracy of four ways to reduce, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "networks": ("最大池化", "平均池化", "步幅 2", "不缩小"),
        "plain": "测试图像",
        "moved": "右移一个像素",
        "accuracy": "测试准确率",
    },
    "en": {
        "networks": ("max\npooling", "average\npooling", "stride 2", "none"),
        "plain": "as they are",
        "moved": "moved by one pixel",
        "accuracy": "test accuracy",
    },
}
NUMBERS = Path(__file__).with_name("digits.out")
NETWORKS = "max", "avg", "stride", "none"


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    cells = {(row["network"], row["test"]): row for row in rows}
    fig, ax = plt.subplots(figsize=(5.0, 3.4))
    for n, test in enumerate(("plain", "moved")):
        own = [cells[network, test] for network in NETWORKS]
        median, low, high = (
            [float(row[key]) for row in own]
            for key in ("accuracy", "low", "high")
        )
        places = [k + 0.2 * n - 0.1 for k in range(4)]
        ax.vlines(places, low, high, color=f"C{n}", lw=2.5)
        ax.plot(places, median, "os"[n], color=f"C{n}", ms=7, label=text[test])
    ax.set_xticks(range(4), text["networks"])
    ax.set(ylabel=text["accuracy"], ylim=(0.08, 1.02))
    ax.legend(loc="lower left", fontsize=11)
    return fig
