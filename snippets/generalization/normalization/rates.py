# kind: figure
"""Test accuracy over learning rates, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "rate": "学习率",
        "accuracy": "测试集准确率",
        "none": "没有归一化",
        "batch": "批归一化",
    },
    "en": {
        "rate": "learning rate",
        "accuracy": "test accuracy",
        "none": "without",
        "batch": "batch normalization",
    },
}
NUMBERS = Path(__file__).with_name("experiment.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 5.2), sharex=True)
    for ax, activation, title in zip(
        axes, ("sigmoid", "relu"), ("Sigmoid", "ReLU"), strict=True
    ):
        for norm, color, marker in (("none", "C0", "o"), ("batch", "C1", "s")):
            own = [
                r
                for r in rows
                if (r["activation"], r["norm"]) == (activation, norm)
            ]
            rates, median, low, high = (
                [float(r[key]) for r in own]
                for key in ("rate", "accuracy", "low", "high")
            )
            ax.plot(
                rates,
                median,
                f"{marker}-",
                color=color,
                ms=5,
                lw=1.4,
                label=text[norm],
            )
            ax.fill_between(rates, low, high, color=color, alpha=0.25, lw=0)
        ax.axhline(0.1, color="0.55", lw=0.8, ls=":")
        ax.set(xscale="log", ylim=(0, 1.02), title=title)
        ax.set_ylabel(text["accuracy"])
    axes[0].legend(loc="center left", bbox_to_anchor=(0, 0.36))
    axes[1].set_xlabel(text["rate"])
    axes[1].set_xticks([0.01, 0.1, 1, 10], ["0.01", "0.1", "1", "10"])
    return fig
