# kind: figure
"""The methods of the chapter: when they came, and what each changed."""

import matplotlib.pyplot as plt

WORK = {  # C1: the divisor, C2: the movement, C3: the decay, C4: the start
    2014: [("Adam", "C0")],
    2016: [("NAdam", "C2")],
    2017: [("AdamW, SGDW", "C3"), ("SWATS", "C1")],
    2018: [("AMSGrad", "C1")],
    2019: [("AdaBound", "C1"), ("Lookahead", "C2"), ("RAdam", "C4")],
}
TEXT = {
    "zh": {
        "C1": "除数",
        "C2": "运动",
        "C3": "权重衰减",
        "C4": "开头几步",
        "C0": "起点",
    },
    "en": {
        "C1": "the divisor",
        "C2": "the movement",
        "C3": "the weight decay",
        "C4": "the first steps",
        "C0": "the start",
    },
}


def draw(lang):
    fig, ax = plt.subplots(figsize=(4.6, 3.6))
    rows = [(y, *entry) for y, entries in WORK.items() for entry in entries]
    ax.plot([0, 0], [0, len(rows) - 1], "-", color="0.55", lw=1)
    for row, (year, name, color) in enumerate(rows):
        ax.plot(0, row, "o", color=color)
        if row == 0 or rows[row - 1][0] != year:
            ax.text(-0.06, row, str(year), ha="right", va="center")
        ax.text(0.06, row, name, va="center", color=color)
        ax.text(0.62, row, TEXT[lang][color], va="center", fontsize="small")
    ax.set(xlim=(-0.25, 1.1), ylim=(len(rows) - 0.5, -0.5))
    ax.axis("off")
    return fig
