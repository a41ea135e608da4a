# kind: figure
"""Public and private score of the best of m guessers, and of their vote."""

import csv
from itertools import accumulate
from math import comb
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "m": "提交次数 $m$",
        "score": "准确率",
        "best": "最好的一个，公开",
        "vote": "投票，公开",
        "private": "两者，非公开",
        "law": "公式 (29.8)",
        "bound": "上界 (29.9)",
    },
    "en": {
        "m": "submissions $m$",
        "score": "accuracy",
        "best": "the best, public",
        "vote": "a vote, public",
        "private": "both, private",
        "law": "formula (29.8)",
        "bound": "bound (29.9)",
    },
}
NUMBERS = Path(__file__).with_name("leaderboard.out")
N = 1000


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, ax = plt.subplots(figsize=(4.8, 4.4))
    m = np.geomspace(1, 1000, 40)
    F = np.array([x / 2**N for x in accumulate(comb(N, x) for x in range(N))])
    law = 1 - np.sum(F ** m[:, None], axis=1) / N
    ax.plot(m, law, "-", color="C0", lw=1.5, label=text["law"])
    bound = 0.5 + np.sqrt(np.log(m) / (2 * N))
    ax.plot(m, bound, ":", color="C0", lw=1.5, label=text["bound"])
    for way, color, marker, beside in (
        ("best", "C0", "o", 0.92),
        ("vote", "C1", "s", 1.08),
    ):
        own = [row for row in rows if row["way"] == way]
        at = beside * np.array([int(row["m"]) for row in own])
        columns = ("public", "low", "high", "private")
        public, low, high, private = (
            np.array([float(row[key]) for row in own]) for key in columns
        )
        ends = public - low, high - public
        look = {"color": color, "ms": 7, "capsize": 3}
        ax.errorbar(at, public, ends, fmt=marker, label=text[way], **look)
        label = text["private"] if way == "vote" else None
        ax.plot(at, private, "x", color="C2", ms=8, mew=2, label=label)
    ax.set(xscale="log", xlabel=text["m"], ylabel=text["score"])
    ax.set(ylim=(0.44, 0.85), xticks=[1, 10, 100, 1000])
    ax.set_xticklabels(["1", "10", "100", "1000"])
    ax.minorticks_off()
    ax.legend(loc="upper left")
    return fig
