# kind: figure
"""Test accuracy against batch size, compared in three ways."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "batch": "批次大小 $B$",
        "test": "测试集准确率",
        "same": "20 轮，$\\eta=0.1$",
        "epochs": "20 轮，各自调 $\\eta$",
        "updates": "200 次更新，各自调 $\\eta$",
    },
    "en": {
        "batch": "batch size $B$",
        "test": "test accuracy",
        "same": "20 epochs, $\\eta=0.1$",
        "epochs": "20 epochs, $\\eta$ tuned",
        "updates": "200 updates, $\\eta$ tuned",
    },
}
NUMBERS = Path(__file__).with_name("digits.out")


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["study"] == "size"]

    def best(size, updates, rates):
        own = [row for row in rows if row["batch"] == size]
        own = [row for row in own if row["updates"] == updates]
        own = [row for row in own if not rates or row["lr"] in rates]
        return max(own, key=lambda row: float(row["held_out"]))

    fig, ax = plt.subplots(figsize=(5.4, 3.8))
    epochs = {"5": "2000", "50": "200", "500": "20"}
    for name, look, color, rates, updates, shift in (
        ("same", "o:", "C1", ["0.1"], epochs, 0.93),
        ("epochs", "s--", "C0", None, epochs, 1),
        ("updates", "^-", "C2", None, dict.fromkeys(epochs, "200"), 1.07),
    ):
        at = [shift * int(size) for size in epochs]
        found = [best(size, updates[size], rates) for size in epochs]
        middle, low, high = (
            [float(row[key]) for row in found]
            for key in ("test", "test_low", "test_high")
        )
        ax.plot(at, middle, look, color=color, label=text[name])
        ax.vlines(at, low, high, color=color, lw=2, alpha=0.5)
    ax.set(xscale="log", xlabel=text["batch"], ylabel=text["test"])
    ax.set_xticks([5, 50, 500], ["5", "50", "500"])
    ax.minorticks_off()
    ax.legend(loc="lower left")
    return fig
