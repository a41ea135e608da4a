# kind: figure
"""How far the statistics of a batch scatter, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "size": "批次大小 $B$",
        "spread": "散布，以数据的标准差为单位",
        "mean": "批次均值",
        "deviation": "批次标准差",
    },
    "en": {
        "size": "batch size $B$",
        "spread": "spread, in deviations of the data",
        "mean": "means of batches",
        "deviation": "deviations of batches",
    },
}
NUMBERS = Path(__file__).with_name("small-batches.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    sizes = [int(row["size"]) for row in rows]
    fig, ax = plt.subplots(figsize=(4.8, 3.4))
    for key, color, marker, two in (
        ("mean", "C0", "o", 1),
        ("deviation", "C1", "s", 2),
    ):
        spread = [float(row[key]) for row in rows]
        ax.plot(sizes, spread, marker, color=color, ms=6, label=text[key])
        law = [(two * size) ** -0.5 for size in sizes]
        ax.plot(sizes, law, "--", color=color, lw=1)
    ax.set(xscale="log", yscale="log", xlabel=text["size"])
    ax.set_ylabel(text["spread"])
    ax.set_xticks(sizes, sizes)
    ax.set_yticks([0.05, 0.1, 0.2, 0.5, 1], ["0.05", "0.1", "0.2", "0.5", "1"])
    ax.minorticks_off()
    ax.legend()
    return fig
