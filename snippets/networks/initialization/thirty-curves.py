# kind: figure
"""Thirty ReLU layers, forwards and backwards, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "layer": "层 $l$",
        "out": "输出与输入之比",
        "back": "$\\delta$ 与最后一层之比",
    },
    "en": {
        "layer": "layer $l$",
        "out": "outputs over input",
        "back": "$\\delta$ over that of the last",
    },
}
NUMBERS = Path(__file__).with_name("thirty-layers.out")
RULES = {
    "4/n": ("C1", "s", "$4/n$"),
    "2/n": ("C2", "^", "$2/n$"),
    "1/n": ("C0", "o", "$1/n$"),
    "0.01": ("C3", "v", "$0.01^2$"),
}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 6.4), sharex=True)
    for rule, (color, marker, name) in RULES.items():
        own = [row for row in rows if row["rule"] == rule]
        layers = [int(row["layer"]) for row in own]
        for ax, way in zip(axes, ("out", "back"), strict=True):
            size, low, high, derived = (
                [float(row[way + end]) for row in own]
                for end in ("", "_low", "_high", "_by")
            )
            ax.plot(layers, size, marker, color=color, ms=4, label=name)
            ax.fill_between(layers, low, high, color=color, alpha=0.25, lw=0)
            ax.plot(layers, derived, "--", color=color, lw=1)
            ax.set(yscale="log", ylim=(1e-31, 1e8), ylabel=text[way])
            ax.set_yticks([1e-30, 1e-20, 1e-10, 1])
    axes[0].legend(title=r"$\mathrm{Var}(w)$", loc="lower left")
    axes[1].set(xlabel=text["layer"], xticks=[1, 10, 20, 30])
    return fig
