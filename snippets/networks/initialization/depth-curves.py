# kind: figure
"""The size of delta in each layer, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "layer": "层 $l$",
        "ratio": "第 $l$ 层的 $\\delta$ 与最后一层之比",
        "gain": "增益",
        "derived": "虚线：由公式推得",
    },
    "en": {
        "layer": "layer $l$",
        "ratio": "$\\delta$ of layer $l$ over that of the last",
        "gain": "gain",
        "derived": "dashed: as derived",
    },
}
NUMBERS = Path(__file__).with_name("depth.out")
CASES = {
    ("tanh", "3"): ("C1", "s", "tanh"),
    ("relu", "1.41"): ("C2", "^", "ReLU"),
    ("tanh", "1"): ("C4", "D", "tanh"),
    ("sigmoid", "6"): ("C3", "v", "sigmoid"),
    ("sigmoid", "1"): ("C0", "o", "sigmoid"),
}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(5, 5))
    for (activation, gain), (color, marker, name) in CASES.items():
        own = [
            r
            for r in rows
            if (r["activation"], r["gain"]) == (activation, gain)
        ]
        layers = [int(row["layer"]) for row in own]
        ratio, low, high, derived = (
            [float(row[key]) for row in own]
            for key in ("ratio", "low", "high", "derived")
        )
        shown = r"\sqrt{2}" if gain == "1.41" else gain
        label = f"{name}, {text['gain']} ${shown}$"
        ax.plot(layers, ratio, marker, color=color, ms=4.5, label=label)
        ax.fill_between(layers, low, high, color=color, alpha=0.25, lw=0)
        ax.plot(layers, derived, "--", color=color, lw=1)
    ax.axhline(1, color="0.55", lw=0.8)
    ax.set(yscale="log", xlabel=text["layer"], ylabel=text["ratio"])
    ax.set_xticks([1, 5, 10, 15, 20])
    ax.set_yticks([10.0**k for k in range(-12, 4, 3)])
    ax.legend(title=text["derived"], loc="lower right")
    return fig
