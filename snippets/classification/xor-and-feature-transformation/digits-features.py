# kind: figure
"""Accuracy of logistic regression behind four encoders of the digits."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "x": "编码后的特征数",
        "y": "没看过的图像上的准确率",
        "learned": "学到的隐藏层",
        "principal components": "主成分",
        "untrained": "未训练的隐藏层",
        "none": "64 个像素，不编码",
    },
    "en": {
        "x": "features of the code",
        "y": "accuracy on unseen images",
        "learned": "learned hidden layer",
        "principal components": "principal components",
        "untrained": "untrained hidden layer",
        "none": "all 64 pixels, no code",
    },
}


def draw(lang):
    text = TEXT[lang]
    path = Path(__file__).with_name("digits.out")
    with path.open(encoding="utf-8") as file:
        table = list(csv.reader(file))[1:]
    fig, ax = plt.subplots(figsize=(5.6, 4.0))
    raw = float(table[0][2])
    ax.axhline(raw, color="C3", ls=":", label=text["none"])
    for k, (name, style) in enumerate(
        (
            ("learned", "o-"),
            ("principal components", "s--"),
            ("untrained", "^-."),
        )
    ):
        rows = [list(map(float, r[1:])) for r in table if r[0] == name]
        units, middle, low, high = zip(*rows, strict=True)
        place = range(len(units))
        ax.plot(place, middle, style, color=f"C{k}", label=text[name])
        ax.fill_between(place, low, high, color=f"C{k}", alpha=0.2, lw=0)
    ax.set_xticks(place, [f"{n:.0f}" for n in units])
    ax.set(xlabel=text["x"], ylabel=text["y"], ylim=(0.2, 1))
    ax.legend(loc="lower right")
    return fig
