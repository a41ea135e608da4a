# kind: figure
"""Loss against minimum ratio of all points found."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "descent": "梯度下降 1,000 步之后",
        "minimum": "一直走到梯度为零",
        "zero": "缩短梯度，梯度为零",
        "stalled": "缩短梯度，停在半路",
        "ratio": "最小值比例 $r$",
        "loss": "损失 $L$",
    },
    "en": {
        "descent": "gradient descent, 1,000 steps",
        "minimum": "descent until the gradient is zero",
        "zero": "gradient shortened to zero",
        "stalled": "gradient shortened, stalled",
        "ratio": "minimum ratio $r$",
        "loss": "loss $L$",
    },
}
LOOKS = {
    "descent": ("C0", "o", -0.006),
    "minimum": ("C2", "*", 0.006),
    "zero": ("C1", "s", 0.006),
    "stalled": ("C3", "x", -0.006),
}
NUMBERS = Path(__file__).with_name("minimum-ratio.out")


def kind(row):
    found = row["found"]
    return found if found in LOOKS else "stalled"


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(5.6, 4.6))
    for name, (color, mark, shift) in LOOKS.items():
        own = [row for row in rows if kind(row) == name]
        counts = [
            [int(row[k]) for k in ("positive", "zero", "negative")]
            for row in own
        ]
        ratio = [c[0] / sum(c) + shift for c in counts]
        loss, low, high = (
            [float(row[key]) for row in own]
            for key in ("loss", "loss_low", "loss_high")
        )
        size = [30 + 9 * int(row["times"]) for row in own]
        ax.scatter(
            ratio,
            loss,
            size,
            color=color,
            marker=mark,
            label=text[name],
            alpha=0.8,
            linewidths=1.2,
        )
        ax.vlines(ratio, low, high, color=color, lw=1.5, alpha=0.6)
    ax.set(xlabel=text["ratio"], ylabel=text["loss"], xlim=(0.65, 1.03))
    ax.set_ylim(0, 0.85)
    legend = ax.legend(loc="upper right")
    for handle in legend.legend_handles:
        handle.set_sizes([40])
    return fig
