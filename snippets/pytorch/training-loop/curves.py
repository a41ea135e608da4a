# kind: figure
"""Loss and validation loss against the epoch, and the best one."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "loss": "训练损失",
        "val_loss": "验证损失",
        "best": "最好的一轮",
        "x": "轮",
        "y": "均方误差",
    },
    "en": {
        "loss": "training loss",
        "val_loss": "validation loss",
        "best": "best epoch",
        "x": "epoch",
        "y": "mean squared error",
    },
}


def draw(lang):
    text = TEXT[lang]
    path = Path(__file__).with_name("overfit.out")
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    epoch = [int(row["epoch"]) for row in rows]
    fig, ax = plt.subplots(figsize=(5.6, 3.8))
    for name, look in (("loss", "C0-"), ("val_loss", "C1--")):
        ax.semilogy(
            epoch, [float(row[name]) for row in rows], look, label=text[name]
        )
    (best,) = (row for row in rows if row["best"] == "1")
    at = int(best["epoch"]), float(best["val_loss"])
    ax.axvline(at[0], color="0.6", lw=0.8, ls=":")
    ax.plot(*at, "C2o", ms=8, label=text["best"])
    ax.set(xlabel=text["x"], ylabel=text["y"])
    ax.legend()
    return fig
