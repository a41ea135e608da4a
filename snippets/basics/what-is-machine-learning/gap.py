# kind: figure
"""Errors on seen and on unseen days against the look-back."""

from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        100: "一百天训练数据",
        1000: "一千天训练数据",
        "seen": "训练数据",
        "unseen": "没看过的一年",
        "days": "往回看的天数",
        "error": "均方根误差（千次）",
    },
    "en": {
        100: "a hundred days of training data",
        1000: "a thousand days of training data",
        "seen": "training data",
        "unseen": "unseen year",
        "days": "days looked back",
        "error": "root mean squared error",
    },
}


def table(seen):
    """(median, lowest, highest) for both columns, a row for each look-back."""
    lines = Path(__file__).with_name("generalization.out").read_text("utf-8")
    cells = [
        line.split(",") for line in lines.splitlines()[1:] if line[0] != "#"
    ]
    return [
        (int(days), [float(number) for number in numbers[:6]])
        for size, days, *numbers in cells
        if int(size) == seen
    ]


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 6.6))
    for ax, seen in zip(axes, (100, 1000), strict=True):
        days, rows = zip(*table(seen), strict=True)
        place = range(len(days))
        for at, key, color, style in (
            (0, "seen", "C0", "o--"),
            (3, "unseen", "C1", "s-"),
        ):
            part = [row[at : at + 3] for row in rows]
            middle, low, high = zip(*part, strict=True)
            ax.plot(place, middle, style, color=color, label=text[key])
            ax.fill_between(place, low, high, color=color, alpha=0.2, lw=0)
        ax.set_xticks(place, days)
        ax.set(ylabel=text["error"], ylim=(0.28, 0.9), title=text[seen])
    axes[1].set(xlabel=text["days"])
    axes[0].legend(loc="lower left")
    return fig
