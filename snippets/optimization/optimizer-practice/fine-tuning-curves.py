# kind: figure
"""Test accuracy over the number of samples, from the numbers beside."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "scratch": "从头训练",
        "other digits": "预训练于别的数字",
        "moved digits": "预训练于挪了半格的同样数字",
        "moved digits frozen": "同上，只训练最后一层",
        "untouched": "挪了半格的，完全不微调",
        "samples": "每类样本数",
        "accuracy": "测试集准确率",
    },
    "en": {
        "scratch": "from scratch",
        "other digits": "trained on other digits",
        "moved digits": "trained on the same, moved",
        "moved digits frozen": "the same, last layer alone",
        "untouched": "the same, not tuned at all",
        "samples": "samples of each class",
        "accuracy": "test accuracy",
    },
}
NUMBERS = Path(__file__).with_name("fine-tuning.out")
STYLES = {
    "scratch": ("C0", "-", 0.94),
    "other digits": ("C1", "--", 0.98),
    "moved digits": ("C2", "-.", 1.02),
    "moved digits frozen": ("C3", ":", 1.06),
}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(5, 4.4))
    for name, (color, style, shift) in STYLES.items():
        own = [r for r in rows if r["start"] == name and r["samples"] != "0"]
        x = [int(r["samples"]) * shift for r in own]
        middle, low, high = (
            [float(r[key]) for r in own] for key in ("accuracy", "low", "high")
        )
        ax.plot(x, middle, style, color=color, label=text[name])
        ax.vlines(x, low, high, color=color, alpha=0.5)
    (untouched,) = (float(r["accuracy"]) for r in rows if r["samples"] == "0")
    ax.axhline(untouched, color="0.5", lw=1, label=text["untouched"])
    ax.set_xscale("log")
    ticks = sorted({int(r["samples"]) for r in rows} - {0})
    ax.set_xticks(ticks, ticks)
    ax.minorticks_off()
    ax.set(xlabel=text["samples"], ylabel=text["accuracy"], ylim=(0.4, 1.01))
    ax.legend(loc="lower right")
    return fig
