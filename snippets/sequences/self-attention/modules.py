# kind: figure
"""The dot-product and the additive score, as two small circuits."""

import matplotlib.pyplot as plt
from matplotlib.patches import Circle, FancyBboxPatch

TEXT = {
    "zh": {"dot": "点积", "additive": "加性"},
    "en": {"dot": "dot product", "additive": "additive"},
}


def box(ax, x, y, label, color="C0", width=0.8):
    ax.add_patch(
        FancyBboxPatch(
            (x - width / 2, y - 0.22),
            width,
            0.44,
            boxstyle="round,pad=0.02,rounding_size=0.1",
            fc="none",
            ec=color,
            lw=1.8,
        )
    )
    ax.text(x, y, label, ha="center", va="center", fontsize=13)


def arrow(ax, start, end):
    look = {"arrowstyle": "->", "color": "0.5", "lw": 1.3}
    ax.annotate("", end, start, arrowprops=look)


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(1, 2, figsize=(5.2, 4.0))
    for ax, kind in zip(axes, ("dot", "additive"), strict=True):
        for x, letter, weights in (
            (0, r"$\mathbf{a}_i$", "$W_q$"),
            (1.6, r"$\mathbf{a}_j$", "$W_k$"),
        ):
            ax.text(x, 0, letter, ha="center", va="center", fontsize=14)
            arrow(ax, (x, 0.22), (x, 0.66))
            box(ax, x, 0.9, weights)
            near = 0.55 if x == 0 else 1.05
            arrow(ax, (x, 1.16), (near, 1.98))
        if kind == "dot":
            ax.text(-0.12, 1.6, r"$\mathbf{q}_i$", ha="center", fontsize=13)
            ax.text(1.75, 1.6, r"$\mathbf{k}_j$", ha="center", fontsize=13)
        ax.add_patch(Circle((0.8, 2.2), 0.28, fc="none", ec="C1", lw=1.8))
        sign = r"$\cdot$" if kind == "dot" else "+"
        ax.text(0.8, 2.2, sign, ha="center", va="center", fontsize=17)
        top = 2.5
        if kind == "additive":
            for label, color in (("tanh", "C2"), (r"$\mathbf{w}$", "C0")):
                arrow(ax, (0.8, top), (0.8, top + 0.34))
                box(ax, 0.8, top + 0.6, label, color, 0.9)
                top += 0.86
        arrow(ax, (0.8, top), (0.8, top + 0.4))
        ax.text(0.8, top + 0.62, r"$\alpha_{ij}$", ha="center", fontsize=15)
        ax.text(0.8, -0.6, text[kind], ha="center", fontsize=13)
        ax.set(xlim=(-0.6, 2.2), ylim=(-0.75, 5.2))
        ax.set_aspect("equal")
        ax.axis("off")
    return fig
