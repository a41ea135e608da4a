# kind: figure
"""AdaBound: the rates of all weights between their bounds, as recorded."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "t": "步数 $t$",
        "rate": "学习率",
        "bounds": "上下界",
        "middle": "Adam 的学习率：中位数",
        "band": "5% 至 95%",
        "share": "被裁剪的比例",
    },
    "en": {
        "t": "step $t$",
        "rate": "rate",
        "bounds": "bounds",
        "middle": "Adam's rates: median",
        "band": "5% to 95%",
        "share": "clipped share",
    },
}
NUMBERS = Path(__file__).with_name("bound-rates.out")
FINAL, GAMMA = 0.1, 1e-3


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if line[0] != "#")
        numbers = [[float(x) for x in row.values()] for row in rows]
    steps, low, median, high, share = zip(*numbers, strict=True)
    t = np.geomspace(1, 1e5, 200)
    past = GAMMA * t
    fig, axes = plt.subplots(
        2, 1, figsize=(5.6, 5.6), sharex=True, height_ratios=(2.2, 1)
    )
    axes[0].loglog(t, FINAL * (1 - 1 / (past + 1)), "C1--")
    axes[0].loglog(t, FINAL * (1 + 1 / past), "C1--", label=text["bounds"])
    axes[0].loglog(steps, median, "C0", label=text["middle"])
    axes[0].fill_between(steps, low, high, alpha=0.2, lw=0, label=text["band"])
    axes[0].set(ylabel=text["rate"], ylim=(5e-5, 200), xlim=(1, 1e5))
    axes[0].legend()
    axes[1].plot(steps, share, "C4")
    axes[1].set(xlabel=text["t"], ylabel=text["share"], ylim=(-0.03, 1.03))
    return fig
