# kind: figure
"""How fast the gradient turns along a step, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "step": "步",
        "smooth": "梯度变化 / 走过的路",
        "none": "没有归一化",
        "batch": "批归一化",
    },
    "en": {
        "step": "step",
        "smooth": "change of gradient / way",
        "none": "without",
        "batch": "batch normalization",
    },
}
NUMBERS = Path(__file__).with_name("landscape.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 5.0), sharex=True)
    for ax, activation, title in zip(
        axes, ("sigmoid", "relu"), ("Sigmoid", "ReLU"), strict=True
    ):
        for norm, color, marker in (("none", "C0", "o"), ("batch", "C1", "s")):
            own = [
                r
                for r in rows
                if (r["activation"], r["norm"]) == (activation, norm)
            ]
            steps, median, low, high = (
                [float(r[key]) for r in own]
                for key in ("step", "smooth", "smooth_low", "smooth_high")
            )
            ax.plot(
                steps,
                median,
                f"{marker}-",
                color=color,
                ms=4,
                lw=1.4,
                label=text[norm],
            )
            ax.fill_between(steps, low, high, color=color, alpha=0.25, lw=0)
        ax.set(title=title, ylabel=text["smooth"], yscale="log")
    axes[0].set_yticks([0.5, 1, 2, 5, 10], ["0.5", "1", "2", "5", "10"])
    axes[1].set_yticks([3, 5, 10, 20], ["3", "5", "10", "20"])
    for ax in axes:
        ax.minorticks_off()
    axes[0].set_ylim(top=14)
    axes[0].legend(loc="upper right")
    axes[1].set_xlabel(text["step"])
    return fig
