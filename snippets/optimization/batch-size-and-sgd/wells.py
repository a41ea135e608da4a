# kind: figure
"""A poor minimum of the whole loss that is none for single batches."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "all": "全部样本 $L$",
        "one": "一个批次 $L_1$",
        "two": "另一个批次 $L_2$",
        "batch": "批次大小 $B$",
        "share": "离开的比例",
    },
    "en": {
        "all": "all samples $L$",
        "one": "one batch $L_1$",
        "two": "another batch $L_2$",
        "batch": "batch size $B$",
        "share": "share that leave",
    },
}
NUMBERS = Path(__file__).with_name("escape.out")


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.2, 5.6))
    theta = np.linspace(-1.7, 1.5, 200)
    loss = theta**4 / 4 - theta**2 / 2 + theta / 4
    axes[0].plot(theta, loss, "-", color="C0", lw=2, label=text["all"])
    axes[0].plot(theta, loss + 0.6 * theta, "--", color="C1", label=text["one"])
    axes[0].plot(theta, loss - 0.6 * theta, ":", color="C2", label=text["two"])
    axes[0].plot(0.84, np.interp(0.84, theta, loss), "o", color="C0", ms=8)
    axes[0].set(xlabel="$\\theta$", ylabel="$L$", ylim=(-1.35, 1.1))
    axes[0].legend(loc="upper center")
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for lr, look, color in (
        ("0.3", "o-", "C1"),
        ("0.2", "s--", "C0"),
        ("0.1", "^:", "C2"),
    ):
        own = [row for row in rows if row["lr"] == lr]
        sizes = [int(row["batch"]) for row in own]
        shares = [float(row["leave_poor"]) for row in own]
        axes[1].plot(sizes, shares, look, color=color, label=f"$\\eta={lr}$")
    axes[1].set(xscale="log", xlabel=text["batch"], ylabel=text["share"])
    axes[1].set_xticks(sizes, [str(size) for size in sizes])
    axes[1].minorticks_off()
    axes[1].legend()
    return fig
