# kind: figure
"""Windows of 3 x 3 with stride 2: without and with padding."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {0: "不填充：2×2 个窗口", 1: "填充 1：3×3 个窗口", "pad": "填 0"},
    "en": {0: "no padding: 2×2", 1: "padding 1: 3×3", "pad": "zeros"},
}
SIZE, K, STRIDE = 6, 3, 2


def panel(ax, padding):
    whole = SIZE + 2 * padding
    for i in range(whole):
        for j in range(whole):
            inside = all(padding <= n < SIZE + padding for n in (i, j))
            ax.add_patch(
                Rectangle(
                    (j, -i - 1),
                    1,
                    1,
                    fc="none",
                    ec="0.5",
                    lw=0.9 if inside else 0.6,
                    ls="-" if inside else ":",
                )
            )
            if not inside:
                ax.text(
                    j + 0.5,
                    -i - 0.5,
                    "0",
                    ha="center",
                    va="center",
                    fontsize=9,
                    alpha=0.8,
                )
    count = (whole - K) // STRIDE + 1
    for b in range(count):
        color = f"C{b}"
        ax.add_patch(
            Rectangle(
                (b * STRIDE + 0.08 * b, -K + 0.08 * b),
                K,
                K,
                fc="none",
                ec=color,
                lw=2.4,
            )
        )
    for a in range(count):
        for b in range(count):
            at = b * STRIDE + K / 2, -a * STRIDE - K / 2
            ax.plot(*at, "o", ms=6, color=f"C{b}" if a == 0 else "0.5")


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(
        1, 2, figsize=(5.2, 3.0), gridspec_kw={"width_ratios": (6, 8)}
    )
    for padding, ax in enumerate(axes):
        panel(ax, padding)
        whole = SIZE + 2 * padding
        ax.set(xlim=(-0.2, whole + 0.2), ylim=(-whole - 0.2, 0.3))
        ax.set_title(text[padding], fontsize=12)
        ax.set_aspect("equal")
        ax.axis("off")
    return fig
