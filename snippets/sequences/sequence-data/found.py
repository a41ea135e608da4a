# kind: figure
"""Accuracy of taggers by their window, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "x": "窗口里的词数",
        "y": "测试准确率",
        "limit": "看得见窗口者的上限",
        "networks": "十个网络",
        "whole": "整句",
    },
    "en": {
        "x": "words in the window",
        "y": "test accuracy",
        "limit": "limit for this window",
        "networks": "ten networks",
        "whole": "whole\nsentence",
    },
}
NUMBERS = Path(__file__).with_name("tagging.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(5.0, 3.6))
    *windows, whole = rows
    for n, row in enumerate(windows):
        at = {
            key: float(row[key]) for key in ("limit", "accuracy", "low", "high")
        }
        ax.hlines(
            at["limit"],
            n - 0.3,
            n + 0.3,
            color="C1",
            lw=2,
            ls="--",
            label=text["limit"] if n == 0 else None,
        )
        ax.vlines(n, at["low"], at["high"], color="C0", lw=3)
        ax.plot(
            n,
            at["accuracy"],
            "o",
            color="C0",
            ms=8,
            label=text["networks"] if n == 0 else None,
        )
    level = float(whole["accuracy"])
    ax.hlines(level, 2.7, 3.3, color="C1", lw=2, ls="--")
    ax.set_xticks(range(4), ["1", "3", "5", text["whole"]])
    ax.set(xlabel=text["x"], ylabel=text["y"], ylim=(0.6, 1.02))
    ax.legend(loc="lower right", fontsize=11)
    return fig
