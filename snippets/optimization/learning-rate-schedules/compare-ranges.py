# kind: figure
"""What the schedules reach, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "constant": "固定",
        "steps": "分段下调",
        "cosine": "余弦",
        "triangles": "三角波",
        "SGDR": "SGDR",
        "one-cycle": "单循环",
        "epochs": "{} 轮",
        "accuracy": "测试集准确率",
    },
    "en": {
        "constant": "constant",
        "steps": "steps",
        "cosine": "cosine",
        "triangles": "triangles",
        "SGDR": "SGDR",
        "one-cycle": "one cycle",
        "epochs": "{} epochs",
        "accuracy": "test accuracy",
    },
}
NUMBERS = Path(__file__).with_name("compare.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(1, 2, figsize=(5.8, 3.4), sharey=True)
    for ax, epochs in zip(axes, ("2", "10"), strict=True):
        own = [
            row for row in rows if (row["epochs"], row["best"]) == (epochs, "1")
        ]
        middle = [float(row["accuracy"]) for row in own]
        low = [m - float(r["low"]) for m, r in zip(middle, own, strict=True)]
        high = [float(r["high"]) - m for m, r in zip(middle, own, strict=True)]
        look = {"fmt": "o", "color": "C0", "capsize": 3, "ls": "none"}
        ax.errorbar(middle, range(len(own)), xerr=[low, high], **look)
        names = [f"{text[r['schedule']]}, $\\eta={r['lr']}$" for r in own]
        for i, name in enumerate(names):
            ax.text(0.853, i - 0.22, name, fontsize=9)
        ax.set(xlim=(0.85, 1), xlabel=text["accuracy"], yticks=[])
        ax.set_xticks([0.85, 0.9, 0.95])
        ax.set_title(text["epochs"].format(epochs))
    axes[0].set_ylim(5.5, -0.7)
    return fig
