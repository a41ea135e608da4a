# kind: figure
"""Loss and gradient norm of the ten stuck runs, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {"loss": "训练损失", "norm": "梯度的范数", "step": "步数 $t$"},
    "en": {
        "loss": "training loss",
        "norm": "gradient norm",
        "step": "step $t$",
    },
}
NUMBERS = Path(__file__).with_name("stuck.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = [
            {key: float(value) for key, value in row.items()}
            for row in csv.DictReader(line for line in file if line[0] != "#")
        ]
    steps = [row["step"] for row in rows]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 4.8), sharex=True)
    for ax, name, color in ((axes[0], "loss", "C0"), (axes[1], "norm", "C1")):
        low, high = (
            [row[f"{name}_{e}"] for row in rows] for e in ("low", "high")
        )
        ax.fill_between(steps, low, high, color=color, alpha=0.2, lw=0)
        ax.plot(steps, [row[name] for row in rows], color=color)
        ax.axvline(600, color="0.55", lw=1, ls=":")
        ax.set_ylabel(text[name])
    axes[0].set(ylim=(0.8, 2.4))
    axes[0].text(610, 2.1, "$\\eta\\to\\eta/30$", color="0.45")
    axes[1].set(xlabel=text["step"], ylim=(0, 1.2), xlim=(0, 900))
    return fig
