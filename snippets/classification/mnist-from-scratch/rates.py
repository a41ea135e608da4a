# kind: figure
"""Loss and accuracy against the learning rate, from the study."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "lr": r"学习率 $\eta$",
        "loss": "训练损失",
        "accuracy": "验证准确率",
        "runs": ["没有动量", "动量 0.9"],
    },
    "en": {
        "lr": r"learning rate $\eta$",
        "loss": "training loss",
        "accuracy": "validation accuracy",
        "runs": ["no momentum", "momentum 0.9"],
    },
}
STUDY = Path(__file__).with_name("study.out")


def column(momentum, name):
    with STUDY.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["batch"] == "100"]
    return np.array([float(r[name]) for r in rows if r["momentum"] == momentum])


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.4, 5.8), sharex=True)
    for k, momentum in enumerate(("0", "0.9")):
        rates = column(momentum, "lr")
        for ax, name in zip(axes, ("loss", "accuracy"), strict=True):
            mean, sd = column(momentum, name), column(momentum, f"{name}_sd")
            style = ("o-", "s--")[k]
            ax.plot(rates, mean, style, color=f"C{k}", label=text["runs"][k])
            low = np.maximum(mean - sd, 0.01)
            ax.fill_between(
                rates, low, mean + sd, color=f"C{k}", alpha=0.2, lw=0
            )
            ax.grid(alpha=0.3)
    axes[0].set(xscale="log", yscale="log", ylabel=text["loss"])
    axes[1].set(xlabel=text["lr"], ylabel=text["accuracy"])
    axes[0].legend()
    return fig
