# kind: figure
"""Six targets, three folds: each is held out once."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "fold": "第 {} 折",
        "training": "训练",
        "held": "验证",
        "test": "测试集，不动",
        "predicts": "预测 {}",
        "score": "均方误差",
        "mean": "平均 8",
    },
    "en": {
        "fold": "fold {}",
        "training": "training",
        "held": "validation",
        "test": "test set, untouched",
        "predicts": "says {}",
        "score": "error",
        "mean": "mean 8",
    },
}
PAIRS = "1, 3", "2, 6", "5, 7"
MEANS, SCORES = (5, 4, 3), (10, 4, 10)


def block(ax, at, color, width=1.9, **look):
    ax.add_patch(Rectangle(at, width, 0.8, fc=color, ec="none", alpha=0.18))
    ax.add_patch(Rectangle(at, width, 0.8, fc="none", ec=color, lw=1.5, **look))


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 4))
    for k in range(3):
        y = 3.2 - 1.35 * k
        ax.text(-0.1, y + 0.95, text["fold"].format(k + 1), fontsize=10)
        for j, pair in enumerate(PAIRS):
            held = j == k
            at = 2 * j, y
            block(ax, at, "C1" if held else "C0", ls="--" if held else "-")
            name = text["held" if held else "training"]
            ax.text(at[0] + 0.95, y + 0.55, pair, ha="center", va="center")
            ax.text(
                at[0] + 0.95,
                y + 0.2,
                name,
                ha="center",
                va="center",
                fontsize=9,
            )
        said = text["predicts"].format(MEANS[k])
        ax.text(7.05, y + 0.55, said, ha="center", va="center", fontsize=10)
        said = f"{text['score']} {SCORES[k]}"
        ax.text(7.05, y + 0.2, said, ha="center", va="center", fontsize=10)
    ax.text(7.05, -0.05, text["mean"], ha="center", va="center")
    ax.add_patch(
        Rectangle((0, -0.95), 5.9, 0.6, fc="none", ec="0.55", ls=":", lw=1.5)
    )
    said = text["test"]
    ax.text(2.95, -0.65, said, ha="center", va="center", fontsize=10)
    ax.set(xlim=(-0.2, 8.3), ylim=(-1.05, 4.5))
    ax.axis("off")
    return fig
