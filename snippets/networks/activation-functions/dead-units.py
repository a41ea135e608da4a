# kind: figure
"""Units that never fire, and accuracy, against the learning rate."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "relu": "ReLU",
        "leaky 0.1": "Leaky ReLU，0.1",
        "dead": "第 2 层从不激活的比例",
        "right": "答对的比例",
        "lr": r"学习率 $\eta$",
        "he": "He 起点",
        "he, bias -1.5": "He 起点，偏置 −1.5",
    },
    "en": {
        "relu": "ReLU",
        "leaky 0.1": "Leaky ReLU, 0.1",
        "dead": "never fire, layer 2",
        "right": "share right",
        "lr": r"learning rate $\eta$",
        "he": "He's start",
        "he, bias -1.5": "He's start, biases −1.5",
    },
}


def rows():
    path = Path(__file__).with_name("dead.out")
    with path.open(encoding="utf-8") as file:
        lines = [line for line in file if line[0] != "#"]
    return list(csv.DictReader(lines))


def draw(lang):
    text, table = TEXT[lang], rows()
    fig, axes = plt.subplots(
        2, 2, figsize=(5.6, 5.2), sharex=True, sharey="row"
    )
    looks = (("relu", "C0", "o-"), ("leaky 0.1", "C1", "s--"))
    for column, start in zip(axes.T, ("he", "he, bias -1.5"), strict=True):
        for name, color, style in looks:
            runs = [
                row
                for row in table
                if (row["activation"], row["start"]) == (name, start)
            ]
            cells = {
                key: [float(row[key]) for row in runs]
                for key in ("lr", "second", "mean", "low", "high")
            }
            for ax, key in zip(column, ("second", "mean"), strict=True):
                ax.plot(
                    cells["lr"],
                    cells[key],
                    style,
                    color=color,
                    label=text[name],
                )
            column[1].fill_between(
                cells["lr"],
                cells["low"],
                cells["high"],
                color=color,
                alpha=0.15,
            )
        column[0].set_title(text[start])
        column[1].set(xlabel=text["lr"], xscale="log")
        column[1].set_xticks((0.03, 0.1, 0.3, 1, 3), (0.03, 0.1, 0.3, 1, 3))
        column[1].minorticks_off()
    axes[0, 0].set(ylabel=text["dead"], ylim=(-0.04, 1.04))
    axes[1, 0].set(ylabel=text["right"], ylim=(-0.04, 1.04))
    lines, names = axes[0, 0].get_legend_handles_labels()
    fig.legend(lines, names, loc="outside upper center", ncols=2)
    return fig
