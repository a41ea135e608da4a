# kind: figure
"""All runs of the study against one number: lr over (1 - momentum) batch."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "x": r"$\eta\,/\,((1-\mu)\,B)$",
        "loss": "训练损失",
        "runs": ["没有动量，改学习率", "没有动量，改批次大小"],
        "more": ["动量 0.9，改学习率", "动量 0.9，改批次大小"],
    },
    "en": {
        "x": r"$\eta\,/\,((1-\mu)\,B)$",
        "loss": "training loss",
        "runs": ["no momentum, other rates", "no momentum, other batches"],
        "more": ["momentum 0.9, other rates", "momentum 0.9, other batches"],
    },
}
STUDY = Path(__file__).with_name("study.out")


def draw(lang):
    text = TEXT[lang]
    with STUDY.open(encoding="utf-8") as file:
        lines = [line for line in file if line[0] != "#"]
    rows = list(csv.DictReader(lines))
    names = "momentum", "lr", "batch", "loss"
    momentum, lr, size, loss = (
        np.array([float(row[name]) for row in rows]) for name in names
    )
    x = lr / (1 - momentum) / size
    fig, ax = plt.subplots(figsize=(5.4, 4))
    names = [*text["runs"], *text["more"]]
    marks = zip(names, ("o", "^", "s", "D"), strict=True)
    for k, (name, mark) in enumerate(marks):
        chosen = (momentum == (0.9 if k > 1 else 0)) & (
            (size != 100) if k % 2 else (size == 100)
        )
        ax.plot(
            x[chosen],
            loss[chosen],
            mark,
            color=f"C{k}",
            label=name,
            markersize=8,
            fillstyle="none" if k < 2 else "full",
            markeredgewidth=1.6,
        )
    ax.set(xscale="log", yscale="log", xlabel=text["x"], ylabel=text["loss"])
    ax.grid(alpha=0.3)
    ax.legend()
    return fig
