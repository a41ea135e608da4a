# kind: figure
"""A minimum along one line is a saddle in two dimensions; random matrices."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.analysis import toy_loss

TEXT = {
    "zh": {
        "slice": "沿一条直线看同一点",
        "along": "$w_1=w_2$：最大值",
        "across": "$w_1=-w_2$：最小值",
        "share": "特征值全为正的比例",
        "n": "矩阵大小 $n$",
        "loss": "损失 $L$",
        "s": "离原点的距离",
    },
    "en": {
        "slice": "one point, cut along a line",
        "along": "$w_1=w_2$: maximum",
        "across": "$w_1=-w_2$: minimum",
        "share": "share with all eigenvalues positive",
        "n": "size of the matrix $n$",
        "loss": "loss $L$",
        "s": "distance from the origin",
    },
}
NUMBERS = Path(__file__).with_name("random-matrices.out")


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 6))
    s = np.linspace(-1, 1, 101)
    for sign, color, style, name in (
        (-1, "C0", "-", "across"),
        (1, "C1", "--", "along"),
    ):
        w = np.array([s, sign * s]) / 2**0.5
        axes[0].plot(s, toy_loss(w), style, color=color, label=text[name])
    axes[0].plot(0, 1, "o", color="C4", zorder=4)
    axes[0].set(title=text["slice"], ylabel=text["loss"], xlabel=text["s"])
    axes[0].legend(loc="upper center")
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    rows = [row for row in rows if row["n"] != "6"]
    n = np.array([int(row["n"]) for row in rows])
    share = [float(row["all_positive"]) for row in rows]
    error = [2 * float(row["standard_error"]) for row in rows]
    axes[1].errorbar(n, share, error, fmt="o", color="C0", capsize=3)
    axes[1].set(yscale="log", xlabel=text["n"], ylabel=text["share"], xticks=n)
    return fig
