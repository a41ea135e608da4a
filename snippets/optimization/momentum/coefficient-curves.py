# kind: figure
"""Training loss under three schedules of mu, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {"epoch": "轮", "loss": "训练损失", "to": "0.5 升到 0.9"},
    "en": {"epoch": "epoch", "loss": "training loss", "to": "0.5 to 0.9"},
}
NUMBERS = Path(__file__).with_name("coefficient.out")
STYLES = {"0.5": ("C1", "--"), "0.9": ("C0", "-"), "0.5 to 0.9": ("C2", "-.")}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.6), sharex=True)
    for ax, lr in zip(axes, ("0.2", "1.0"), strict=True):
        for name, (color, style) in STYLES.items():
            own = [r for r in rows if (r["lr"], r["schedule"]) == (lr, name)]
            epochs = [int(row["epoch"]) for row in own]
            middle, low, high = (
                [float(row[key]) for row in own]
                for key in ("loss", "loss_low", "loss_high")
            )
            label = "$\\mu$: " + (text["to"] if "to" in name else name)
            ax.plot(epochs, middle, style, color=color, label=label)
            ax.fill_between(epochs, low, high, color=color, alpha=0.18, lw=0)
        ax.set(yscale="log", ylabel=text["loss"], title=f"$\\eta={lr}$")
    axes[1].set_xlabel(text["epoch"])
    axes[0].legend()
    return fig
