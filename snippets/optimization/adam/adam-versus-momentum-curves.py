# kind: figure
"""Training loss and test accuracy of both, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {"epoch": "轮", "loss": "训练损失", "accuracy": "测试集准确率"},
    "en": {
        "epoch": "epoch",
        "loss": "training loss",
        "accuracy": "test accuracy",
    },
}
NUMBERS = Path(__file__).with_name("adam-versus-momentum.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.2), sharex=True)
    for name, color, style in (("Adam", "C0", "-"), ("Momentum", "C1", "--")):
        own = [row for row in rows if row["optimizer"] == name]
        epochs = [int(row["epoch"]) for row in own]
        for ax, middle, low, high in (
            (axes[0], "loss", "loss_low", "loss_high"),
            (axes[1], "accuracy", "low", "high"),
        ):
            values = [
                [float(row[key]) for row in own] for key in (middle, low, high)
            ]
            label = f"{name}, $\\eta={own[0]['lr']}$"
            ax.plot(epochs, values[0], style, color=color, label=label)
            ax.fill_between(epochs, *values[1:], color=color, alpha=0.2, lw=0)
    axes[0].set(ylabel=text["loss"], yscale="log")
    axes[1].set(ylabel=text["accuracy"], xlabel=text["epoch"], ylim=(0.75, 1))
    axes[0].legend()
    return fig
