# kind: figure
"""Test accuracy of each start, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "layers": "{} 层",
        "accuracy": "测试集准确率",
        "torch": "torch 默认",
    },
    "en": {
        "layers": "{} layers",
        "accuracy": "test accuracy",
        "torch": "torch's own",
    },
}
NUMBERS = Path(__file__).with_name("training.out")
STARTS = "0.01", "torch", "Xavier", "He"


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 4.8), sharex=True)
    for ax, layers in zip(axes, ("3", "10"), strict=True):
        for name, color, marker, shift in (
            ("SGD", "C0", "o", -0.14),
            ("Adam", "C1", "s", 0.14),
        ):
            own = {
                row["start"]: [
                    float(row[k]) for k in ("accuracy", "low", "high")
                ]
                for row in rows
                if (row["layers"], row["optimizer"]) == (layers, name)
            }
            for y, start in enumerate(STARTS):
                median, low, high = own[start]
                at = y + shift
                ax.plot([low, high], [at, at], "-", color=color, lw=2.5)
                label = name if y == 0 else None
                ax.plot(median, at, marker, color=color, ms=7, label=label)
        ax.axvline(0.1, color="0.55", lw=0.8, ls=":")
        ax.set_yticks(range(4), [text.get(s, s) for s in STARTS])
        ax.set(
            ylim=(3.5, -0.5), xlim=(0, 1), title=text["layers"].format(layers)
        )
    axes[0].legend(loc="lower center")
    axes[1].set_xlabel(text["accuracy"])
    return fig
