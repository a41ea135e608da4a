# kind: figure
"""Training and test error of 20 and 56 layers, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "step": "步数",
        "error": "训练误差",
        "test": "测试误差",
        "plain": "普通",
        "plain from a copy": "普通，由复制出发",
        "residual": "残差",
        "layers": "{} {} 层",
    },
    "en": {
        "step": "step",
        "error": "training error",
        "test": "test error",
        "plain": "plain",
        "plain from a copy": "plain from a copy",
        "residual": "residual",
        "layers": "{}, {}",
    },
}
NUMBERS = Path(__file__).with_name("depths.out")
LOOKS = {
    ("plain", "20"): ("C0", "-", "o"),
    ("plain", "56"): ("C1", "-", "s"),
    ("plain from a copy", "56"): ("C3", ":", "^"),
    ("residual", "20"): ("C0", "--", ""),
    ("residual", "56"): ("C2", "--", "D"),
}


def at_its_best_rate(rows):
    """The course that ends with the smallest training loss."""
    last = max(float(row["step"]) for row in rows)
    ends = [row for row in rows if float(row["step"]) == last]
    rate = min(ends, key=lambda row: float(row["loss"]))["rate"]
    return [row for row in rows if row["rate"] == rate]


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 6), sharex=True)
    for (network, layers), (color, ls, marker) in LOOKS.items():
        own = [
            r for r in rows if (r["network"], r["layers"]) == (network, layers)
        ]
        own = at_its_best_rate(own)
        label = text["layers"].format(text[network], layers)
        steps = [float(row["step"]) for row in own]
        for ax, key in zip(axes, ("error", "test"), strict=True):
            values = [float(row[key]) for row in own]
            look = {
                "color": color,
                "ls": ls,
                "marker": marker,
                "ms": 4,
                "lw": 1.4,
            }
            ax.plot(steps, values, label=label, markevery=2, **look)
            ax.set(ylim=(0, 1), ylabel=text[key])
    axes[0].legend(fontsize=9.5)
    axes[1].set_xlabel(text["step"])
    return fig
