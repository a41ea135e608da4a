# kind: figure
"""One layer in two places: what it keeps at each moment of the two passes."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {
        "forward": ("forward\n第 1 处", "forward\n第 2 处"),
        "backward": ("backward\n第 2 处", "backward\n第 1 处"),
        "kept": ("留着 $x$", "留着 $y_1$", "取走 $y_1$", "什么也\n没有了"),
        "note": "$x$ 被 $y_1$ 覆盖",
    },
    "en": {
        "forward": ("forward,\nplace 1", "forward,\nplace 2"),
        "backward": ("backward,\nplace 2", "backward,\nplace 1"),
        "kept": ("keeps $x$", "keeps $y_1$", "takes $y_1$", "nothing\nleft"),
        "note": "$y_1$ replaces $x$",
    },
}
COLORS = "C0", "C0", "C1", "C3"


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 2.5))
    steps = *text["forward"], *text["backward"]
    look = {"arrowstyle": "-|>", "lw": 1.5, "color": "0.5"}
    for k, color in enumerate(COLORS):
        x = 1.5 * k
        ax.add_patch(
            FancyBboxPatch(
                (x, 0),
                1.1,
                0.75,
                "round,pad=0.05",
                fc="none",
                ec=color,
                ls="--" if k == 3 else "-",
                lw=1.8,
            )
        )
        said = {"ha": "center", "va": "center", "fontsize": 11}
        ax.text(x + 0.55, 0.375, text["kept"][k], color=color, **said)
        ax.text(x + 0.55, 1.25, steps[k], **said)
        if k < 3:
            ax.annotate("", (x + 1.43, 0.37), (x + 1.17, 0.37), arrowprops=look)
    ax.text(1.3, -0.4, text["note"], ha="center", color="C3")
    ax.set(xlim=(-0.15, 5.75), ylim=(-0.65, 1.65))
    ax.axis("off")
    return fig
