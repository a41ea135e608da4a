# kind: figure
"""Two layers of 3 x 3: what one number of the last map sees."""

import matplotlib.pyplot as plt
from matplotlib.patches import Rectangle

TEXT = {
    "zh": ("输入：5×5", "第一层：3×3", "第二层：1×1"),
    "en": ("input: 5×5", "layer 1: 3×3", "layer 2: 1×1"),
}
SIZE = 7


def draw(lang):
    fig, axes = plt.subplots(1, 3, figsize=(5.2, 2.3))
    for n, ax in enumerate(axes):
        size, seen = SIZE - 2 * n, 5 - 2 * n
        for i in range(size):
            for j in range(size):
                at, low = (i, j), (size - seen) // 2
                inside = all(low <= v < low + seen for v in at)
                ax.add_patch(
                    Rectangle(
                        (j + n, i + n),
                        1,
                        1,
                        fc=f"C{n}" if inside else "none",
                        ec="0.55",
                        lw=0.7,
                        alpha=0.6 if inside else 1,
                    )
                )
        for k in range(n + 1, 3):  # what the next layers look at
            width = 5 - 2 * k
            low = (SIZE - width) / 2
            if k == n + 1:
                ax.add_patch(
                    Rectangle(
                        (low - 1, low - 1),
                        width + 2,
                        width + 2,
                        fc="none",
                        ec=f"C{n}",
                        lw=2.2,
                    )
                )
        ax.set_title(TEXT[lang][n], fontsize=12)
        ax.set(xlim=(-0.2, SIZE + 0.2), ylim=(-0.2, SIZE + 0.2))
        ax.set_aspect("equal")
        ax.axis("off")
    return fig
