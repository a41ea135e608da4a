# kind: figure
"""Test accuracy by the number of samples, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "x": "训练样本数",
        "y": "测试准确率",
        "nothing": "不混合",
        "convolution": "卷积",
        "attention": "自注意力",
    },
    "en": {
        "x": "training samples",
        "y": "test accuracy",
        "nothing": "no mixing",
        "convolution": "convolution",
        "attention": "self-attention",
    },
}
NUMBERS = Path(__file__).with_name("amount.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(4.8, 3.8))
    kinds = ("nothing", ":^"), ("convolution", "-o"), ("attention", "--s")
    for n, (kind, style) in enumerate(kinds):
        own = [row for row in rows if row["mixing"] == kind]
        columns = ("samples", "accuracy", "low", "high")
        x, y, low, high = ([float(row[c]) for row in own] for c in columns)
        x = [value * 1.06 ** (n - 1) for value in x]
        ax.vlines(x, low, high, color=f"C{n}", lw=2, alpha=0.6)
        ax.plot(x, y, style, color=f"C{n}", label=text[kind])
    ax.set(xscale="log", xlabel=text["x"], ylabel=text["y"], ylim=(0.25, 1))
    ax.set_xticks([30, 100, 300, 1000], ["30", "100", "300", "1000"])
    ax.minorticks_off()
    ax.legend(loc="lower right")
    return fig
