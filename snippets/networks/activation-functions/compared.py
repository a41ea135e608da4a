# kind: figure
"""Accuracy of five activations against the learning rate, in two depths."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "right": "答对的比例",
        "lr": r"学习率 $\eta$",
        2: "2 个隐藏层",
        8: "8 个隐藏层",
        "sigmoid": "Sigmoid",
    },
    "en": {
        "right": "share right",
        "lr": r"learning rate $\eta$",
        2: "2 hidden layers",
        8: "8 hidden layers",
        "sigmoid": "sigmoid",
    },
}
LOOKS = {
    "sigmoid": ("sigmoid", "C1", "s--"),
    "tanh": ("tanh", "C3", "v:"),
    "relu": ("ReLU", "C0", "o-"),
    "prelu": ("PReLU", "C2", "^-."),
    "gelu": ("GELU", "C4", "D-"),
}


def rows():
    path = Path(__file__).with_name("compare.out")
    with path.open(encoding="utf-8") as file:
        lines = [line for line in file if line[0] != "#"]
    return list(csv.DictReader(lines))


def draw(lang):
    text, table = TEXT[lang], rows()
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 6.6), sharex=True, sharey=True)
    for ax, depth in zip(axes, (2, 8), strict=True):
        for kind, (name, color, style) in LOOKS.items():
            runs = [
                row
                for row in table
                if (row["depth"], row["activation"]) == (str(depth), kind)
            ]
            lr, test = (
                [float(row[key]) for row in runs] for key in ("lr", "test")
            )
            label = text.get(name, name)
            ax.plot(lr, test, style, color=color, ms=4, lw=1.5, label=label)
            best = [float(row["best"]) for row in runs].index(1)
            ax.plot(
                lr[best], test[best], style[0], color=color, ms=9, mfc="none"
            )
        ax.set(ylabel=text["right"], title=text[depth], xscale="log")
        ax.set(ylim=(0, 1.05))
    axes[1].set_xticks((0.003, 0.01, 0.03, 0.1, 0.3, 1, 3))
    axes[1].set_xticklabels((0.003, 0.01, 0.03, 0.1, 0.3, 1, 3))
    axes[1].minorticks_off()
    axes[1].set_xlabel(text["lr"])
    lines, names = axes[0].get_legend_handles_labels()
    fig.legend(lines, names, loc="outside upper center", ncols=3)
    return fig
