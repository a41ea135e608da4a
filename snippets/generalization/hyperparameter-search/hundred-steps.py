# kind: figure
"""Loss after a hundred steps at each rate, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "rate": "学习率 $\\eta$",
        "loss": "100 步后的验证损失",
        "tenth": "十分之一",
        "steepest": "最陡处",
    },
    "en": {
        "rate": "learning rate $\\eta$",
        "loss": "validation loss after 100 steps",
        "tenth": "a tenth",
        "steepest": "steepest",
    },
}
NUMBERS = Path(__file__).with_name("rates.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    own = [row for row in rows if row["what"] == "steps"]
    rate, loss, low, high = (
        np.array([float(row[key]) for row in own])
        for key in ("rate", "loss", "low", "high")
    )
    ends = loss - low, high - loss
    ax.errorbar(rate, loss, ends, fmt="o-", color="C0", ms=5, capsize=3)
    for rule, color, style in (("tenth", "C1", "--"), ("steepest", "C2", ":")):
        (row,) = (row for row in rows if row["what"] == rule)
        ends = float(row["rate_low"]), float(row["rate_high"])
        ax.axvspan(*ends, color=color, alpha=0.25, lw=0)
        look = {"color": color, "ls": style, "lw": 2, "label": text[rule]}
        ax.axvline(float(row["rate"]), **look)
    ax.set(xscale="log", xlabel=text["rate"], ylabel=text["loss"])
    ax.set_ylim(0, 2.7)
    ax.set_xticks(
        [0.001, 0.01, 0.1, 1, 10], ["0.001", "0.01", "0.1", "1", "10"]
    )
    ax.minorticks_off()
    ax.legend(loc="lower left")
    return fig
