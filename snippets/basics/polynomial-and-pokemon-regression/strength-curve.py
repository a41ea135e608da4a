# kind: figure
"""Training and test error against lambda, with few samples and many."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "samples": "{} 个训练样本",
        "x": "正则化强度 $\\lambda$",
        "y": "均方根误差（CP）",
        "training": "训练误差",
        "test": "测试误差",
        "zero": "0",
    },
    "en": {
        "samples": "{} training samples",
        "x": "strength $\\lambda$",
        "y": "root mean squared error (CP)",
        "training": "training error",
        "test": "test error",
        "zero": "0",
    },
}
RECORD = Path(__file__).with_name("strength.out")


def points(samples):
    """Rows of the record for so many samples, numbers by column."""
    with RECORD.open(encoding="utf-8") as file:
        lines = (line for line in file if line[0] != "#")
        rows = [
            row for row in csv.DictReader(lines) if row["samples"] == samples
        ]
    return {key: [float(row[key]) for row in rows] for key in rows[0]}


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(1, 2, figsize=(6.6, 3.7), sharey=True)
    for ax, samples in zip(axes, ("16", "60"), strict=True):
        found = points(samples)
        x = [1e-5, *found["lambda"][1:]]  # no zero on a logarithmic axis
        for i, (name, low, high) in enumerate(
            (
                ("training", "training_low", "training_high"),
                ("test", "low", "high"),
            )
        ):
            style, middle = "-" if name == "training" else "--", found[name]
            ax.loglog(x[1:], middle[1:], style, color=f"C{i}", label=text[name])
            ax.plot(x[0], middle[0], "o", ms=5, color=f"C{i}")
            ax.fill_between(
                x[1:],
                found[low][1:],
                found[high][1:],
                color=f"C{i}",
                alpha=0.2,
                lw=0,
            )
        ax.set(
            title=text["samples"].format(samples),
            xlabel=text["x"],
            ylim=(2, 1000),
        )
        ticks = [1e-5, 1e-3, 0.1, 10]
        names = [text["zero"], "$10^{-3}$", "$10^{-1}$", "10"]
        ax.set_xticks(ticks, names)
        ax.minorticks_off()
    axes[0].set_ylabel(text["y"])
    axes[1].legend(loc="upper left")
    return fig
