# kind: figure
"""Test accuracy over rate and decay, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "x": "权重衰减 $\\lambda$",
        "y": "测试集准确率",
        "L2": "Adam 加 L2",
        "AdamW": "AdamW",
    },
    "en": {
        "x": "weight decay $\\lambda$",
        "y": "test accuracy",
        "L2": "Adam with L2",
        "AdamW": "AdamW",
    },
}
NUMBERS = Path(__file__).with_name("decay.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.6), layout="constrained")
    for ax, name in zip(axes, ("L2", "AdamW"), strict=True):
        own = [row for row in rows if row["form"] in ("none", name)]
        rates = dict.fromkeys(row["lr"] for row in own)
        for i, (lr, style) in enumerate(
            zip(rates, ("-", "--", ":"), strict=True)
        ):
            line = [row for row in own if row["lr"] == lr]
            values = [
                [float(row[k]) for row in line]
                for k in ("accuracy", "low", "high")
            ]
            ticks = range(len(line))
            ax.plot(ticks, values[0], style, color=f"C{i}", label=lr)
            ax.fill_between(ticks, *values[1:], color=f"C{i}", alpha=0.15, lw=0)
        ax.set_xticks(ticks, [f"{float(row['decay']):g}" for row in line])
        ax.set(ylim=(0.4, 0.95), title=text[name], ylabel=text["y"])
    axes[1].set_xlabel(text["x"])
    axes[0].legend(title="$\\eta$", loc="lower left")
    return fig
