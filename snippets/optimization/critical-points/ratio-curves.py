# kind: figure
"""Minimum ratio and depth of the spectrum during training."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "ratio": "最小值比例 $r$",
        "depth": "$-\\lambda_{\\min}/\\lambda_{\\max}$",
        "lanczos": "Lanczos，20 步",
        "full": "全部特征值",
        "step": "步数",
    },
    "en": {
        "ratio": "minimum ratio $r$",
        "depth": "$-\\lambda_{\\min}/\\lambda_{\\max}$",
        "lanczos": "Lanczos, 20 steps",
        "full": "all eigenvalues",
        "step": "step",
    },
}
NUMBERS = Path(__file__).with_name("ratio-in-training.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))

    def column(name):
        return np.array([float(row[name]) for row in rows])

    steps = np.arange(len(rows))
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5), sharex=True)
    for ax, name in zip(axes, ("ratio", "depth"), strict=True):
        low, middle, high = (
            column(name + end) for end in ("_low", "", "_high")
        )
        spread = [middle - low, high - middle]
        ax.errorbar(
            steps,
            middle,
            spread,
            fmt="o-",
            color="C0",
            capsize=4,
            label=text["full"],
        )
        ax.set_ylabel(text[name])
    found = column("depth") * column("lanczos")
    axes[1].plot(
        steps, found, "--", marker="x", color="C1", label=text["lanczos"]
    )
    axes[0].set_ylim(0.4, 1)
    axes[1].set_yscale("log")
    axes[1].set(xlabel=text["step"], xticks=steps)
    axes[1].set_xticklabels([f"{int(row['step']):,}" for row in rows])
    axes[1].legend()
    return fig
