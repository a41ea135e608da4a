# kind: figure
"""Three parts of the data, and what each of them decides."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch, Rectangle

TEXT = {
    "zh": {
        "all": "全部数据",
        "parts": ("训练集", "验证集", "测试集"),
        "uses": ("拟合参数", "挑选模型", "报告成绩"),
        "often": ("每一步", "每次比较", "一次"),
    },
    "en": {
        "all": "all data",
        "parts": ("training", "validation", "test"),
        "uses": (
            "fits the\nparameters",
            "chooses\na model",
            "says how\ngood it is",
        ),
        "often": ("every step", "every choice", "once"),
    },
}
EDGES = 0, 5.2, 7.6, 10
COLORS = "C0", "C1", "C2"


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.3))
    ax.text(5, 4.75, text["all"], ha="center", va="bottom")
    ax.annotate(
        "",
        (0, 4.6),
        (10, 4.6),
        arrowprops={"arrowstyle": "|-|", "color": "0.55"},
    )
    for k, color in enumerate(COLORS):
        left, right = EDGES[k], EDGES[k + 1]
        size = right - left
        for fc, alpha in ((color, 0.18), ("none", 1)):
            ax.add_patch(
                Rectangle(
                    (left, 3.3), size, 1, fc=fc, ec=color, lw=1.6, alpha=alpha
                )
            )
        middle = (left + right) / 2
        ax.text(middle, 3.8, text["parts"][k], ha="center", va="center")
        look = {"arrowstyle": "-|>", "color": color, "lw": 1.6}
        at = (1.6, 5.2, 8.6)[k]
        ax.annotate("", (at, 2.25), (middle, 3.25), arrowprops=look)
        box = FancyBboxPatch(
            (at - 1.35, 1),
            2.7,
            1.15,
            boxstyle="round,pad=0.05",
            fc="none",
            ec=color,
            lw=1.6,
        )
        ax.add_patch(box)
        ax.text(
            at, 1.58, text["uses"][k], ha="center", va="center", fontsize=10.5
        )
        ax.text(at, 0.8, text["often"][k], ha="center", va="top", fontsize=10)
    ax.set(xlim=(-0.1, 10.1), ylim=(0.1, 5.3))
    ax.axis("off")
    return fig
