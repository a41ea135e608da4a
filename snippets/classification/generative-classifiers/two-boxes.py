# kind: figure
"""Fifteen balls in two boxes, so that Bayes' rule becomes counting."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "box": "盒子 {}",
        "note": "15 次里抽到 {} 次",
        "blue": "蓝球",
        "green": "绿球",
    },
    "en": {
        "box": "box {}",
        "note": "taken {} times in 15",
        "blue": "blue",
        "green": "green",
    },
}
BOXES = (8, 2), (2, 3)  # blue and green balls


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 2.9))
    left = 0.0
    for number, (blue, green) in enumerate(BOXES, 1):
        total = blue + green
        width = total / 5
        edge = {"fill": False, "lw": 1.4, "ec": "0.5"}
        ax.add_patch(Rectangle((left, 0), width + 0.5, 5.5, **edge))
        for i in range(total):
            x, y = left + 0.75 + i // 5, 0.75 + i % 5
            name = "blue" if i < blue else "green"
            style = {"color": "C0", "marker": "o"}
            if name == "green":
                style = {"color": "C2", "marker": "o", "mfc": "none"}
            first = number == 1 and i in (0, blue)
            label = text[name] if first else None
            ax.plot(x, y, ls="", ms=13, mew=2.2, label=label, **style)
        middle = left + (width + 0.5) / 2
        ax.text(middle, 5.8, text["box"].format(number), ha="center")
        note = text["note"].format(total)
        ax.text(middle, -0.9, note, ha="center", fontsize=9)
        left += width + 3.2
    ax.set(xlim=(-1.2, 8.4), ylim=(-1.4, 6.8), aspect="equal")
    ax.axis("off")
    ax.legend(loc="center left", bbox_to_anchor=(1.0, 0.5), labelspacing=1.2)
    return fig
