# kind: figure
"""The best structure so far, by evolution and by chance, and tried again."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "x": "轮次，每轮 8 个结构",
        "y": "准确率",
        "evolution": "进化",
        "chance": "随机抽取",
        "again": "胜者\n重新训练",
    },
    "en": {
        "x": "round of eight structures",
        "y": "accuracy",
        "evolution": "evolution",
        "chance": "chance",
        "again": "winners\ntrained anew",
    },
}


def draw(lang):
    text = TEXT[lang]
    path = Path(__file__).with_name("evolve.out")
    with path.open(encoding="utf-8") as file:
        rows = [*csv.reader(line for line in file if line[0] != "#")][1:]
    fig, ax = plt.subplots(figsize=(5.6, 3.8))
    for method, mark, color, shift in (
        ("evolution", "o-", "C0", -0.05),
        ("chance", "s--", "C1", 0.05),
    ):
        found = [row[1:] for row in rows if row[0] == method]
        *course, again = found
        for points, fmt, label in (
            (course, mark, text[method]),
            ([again], mark[0], None),
        ):
            number = [
                6.2 if row[0] == "again" else float(row[0]) for row in points
            ]
            middle, low, high = (
                [float(row[k]) for row in points] for k in (1, 2, 3)
            )
            bars = (
                [m - a for m, a in zip(middle, low, strict=True)],
                [a - m for m, a in zip(middle, high, strict=True)],
            )
            ax.errorbar(
                [n + shift for n in number],
                middle,
                bars,
                fmt=fmt,
                color=color,
                capsize=4,
                label=label,
            )
    ax.axvline(5.6, color="0.6", ls=":")
    ax.set_xticks(
        [1, 2, 3, 4, 5, 6.2], ["1", "2", "3", "4", "5", text["again"]]
    )
    ax.set(xlabel=text["x"], ylabel=text["y"])
    ax.legend(loc="lower center")
    return fig
