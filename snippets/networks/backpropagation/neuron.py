# kind: figure
"""A neuron with a weight on its left and two neurons on its right."""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle

TEXT = {
    "zh": {
        "forward": "前向：值往右走",
        "backward": "反向：导数往左走",
        "known": "右边已经算好",
        "wanted": "要求的",
    },
    "en": {
        "forward": "forward: values go right",
        "backward": "backward: derivatives go left",
        "known": "known from the right",
        "wanted": "wanted",
    },
}


def arrow(ax, start, end, color, style="-", lw=1.6):
    look = {"arrowstyle": "->", "lw": lw, "color": color, "ls": style}
    ax.annotate("", end, start, arrowprops=look | {"shrinkA": 0, "shrinkB": 0})


def draw(lang):
    text = TEXT[lang]
    back = (0, (4, 2))
    fig, ax = plt.subplots(figsize=(5.6, 4.4))
    arrow(ax, (-0.2, 0.12), (1.35, 0.12), "C0")
    arrow(ax, (1.35, -0.12), (-0.2, -0.12), "C1", back)
    ax.text(-0.25, 0.22, "$y_i$", color="C0", fontsize=14, ha="center")
    ax.text(0.7, 0.22, "$w_{ji}$", fontsize=14, ha="center", va="bottom")
    for x, name in ((1.75, "$u$"), (3.15, "$y$")):
        ax.add_patch(Circle((x, 0), 0.4, fc="none", ec="0.5", lw=1.6))
        ax.text(x, 0, name, ha="center", va="center", fontsize=15)
    arrow(ax, (2.15, 0.12), (2.75, 0.12), "C0")
    arrow(ax, (2.75, -0.12), (2.15, -0.12), "C1", back)
    ax.text(2.45, 0.2, r"$\sigma$", color="C0", ha="center", fontsize=13)
    ax.text(
        2.45,
        -0.2,
        r"$\sigma'(u)$",
        color="C1",
        ha="center",
        va="top",
        fontsize=12,
    )
    for y, prime in ((1.25, "'"), (-1.25, "''")):
        ax.add_patch(Circle((5.1, y), 0.4, fc="none", ec="0.5", lw=1.6))
        ax.text(5.1, y, f"$u{prime}$", ha="center", va="center", fontsize=15)
        up = 1 if y > 0 else -1
        arrow(ax, (3.5, up * 0.33), (4.72, up * 1.12), "C0")
        arrow(ax, (4.8, up * 0.9), (3.58, up * 0.11), "C1", back)
        ax.text(
            3.95,
            up * 0.92,
            f"$w{prime}$",
            ha="center",
            va="bottom" if y > 0 else "top",
            fontsize=14,
        )
        label = rf"$\partial E/\partial u{prime}$"
        ax.text(
            5.1,
            y + up * 0.5,
            label,
            color="C1",
            ha="center",
            va="bottom" if y > 0 else "top",
            fontsize=13,
        )
    ax.text(
        5.1, 0, text["known"], color="C1", ha="center", va="center", fontsize=10
    )
    ax.text(
        1.75,
        -0.5,
        "$\\partial E/\\partial u$",
        color="C1",
        ha="center",
        va="top",
        fontsize=13,
    )
    ax.text(
        0.55,
        -0.22,
        "$\\partial E/\\partial w_{ji}$",
        color="C1",
        ha="center",
        va="top",
        fontsize=13,
    )
    ax.text(
        1.2,
        -0.95,
        text["wanted"],
        color="C1",
        ha="center",
        va="top",
        fontsize=10,
    )
    ax.text(-0.5, 2.0, text["forward"], color="C0")
    ax.text(-0.5, 1.65, text["backward"], color="C1")
    ax.set(xlim=(-0.6, 5.85), ylim=(-2.3, 2.3))
    ax.set_aspect("equal")
    ax.axis("off")
    return fig
