# kind: figure
"""Training loss and test accuracy of both, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "epoch": "轮",
        "loss": "训练损失",
        "accuracy": "测试集准确率",
        "alike": "像素单位相同",
        "own units": "像素单位各异",
    },
    "en": {
        "epoch": "epoch",
        "loss": "training loss",
        "accuracy": "test accuracy",
        "alike": "pixels alike",
        "own units": "units of their own",
    },
}
NUMBERS = Path(__file__).with_name("adam-versus-momentum.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 2, figsize=(6, 5.4), sharex=True, sharey="row")
    for (upper, lower), pixels in zip(
        axes.T, ("alike", "own units"), strict=True
    ):
        for name, color, style in (
            ("Adam", "C0", "-"),
            ("Momentum", "C1", "--"),
        ):
            own = [
                r
                for r in rows
                if (r["pixels"], r["optimizer"]) == (pixels, name)
            ]
            epochs = [int(row["epoch"]) for row in own]
            for ax, *keys in (
                (upper, "loss", "loss_low", "loss_high"),
                (lower, "accuracy", "low", "high"),
            ):
                values = [[float(row[key]) for row in own] for key in keys]
                label = f"{name}, $\\eta={own[0]['lr']}$"
                ax.plot(epochs, values[0], style, color=color, label=label)
                ax.fill_between(
                    epochs, *values[1:], color=color, alpha=0.2, lw=0
                )
        upper.set(yscale="log", title=text[pixels])
        upper.legend(fontsize=9)
        lower.set(xlabel=text["epoch"], ylim=(0.2, 1))
    axes[0, 0].set_ylabel(text["loss"])
    axes[1, 0].set_ylabel(text["accuracy"])
    return fig
