# kind: figure
"""Which numbers of two sentences share a mean."""

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "layer": "层归一化：一个词元",
        "batch": "批归一化：一个特征",
        "token": "词元",
        "feature": "特征",
        "sentence": "句子",
        "padding": "填充",
    },
    "en": {
        "layer": "layer normalization: a token",
        "batch": "batch normalization: a feature",
        "token": "token",
        "feature": "feature",
        "sentence": "sentence",
        "padding": "padding",
    },
}
LENGTHS, T, D = (5, 3), 5, 4


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 4.8))
    for ax, kind in zip(axes, ("layer", "batch"), strict=True):
        for n, length in enumerate(LENGTHS):
            for t in range(T):
                for j in range(D):
                    shares = (n, t) == (0, 1) if kind == "layer" else j == 2
                    color = "C1" if shares else "none"
                    cell = {"fc": color, "ec": "0.5", "lw": 0.8}
                    cell["hatch"] = "///" if t >= length else None
                    corner = 6.2 * n + t, j
                    ax.add_patch(plt.Rectangle(corner, 1, 1, **cell))
            name = f"{text['sentence']} {n + 1}"
            ax.text(6.2 * n + T / 2, -0.75, name, ha="center", fontsize=10)
        if kind == "layer":
            middle = 6.2 + (LENGTHS[1] + T) / 2
            ax.text(middle, D + 0.25, text["padding"], ha="center", fontsize=10)
        ax.text(
            -0.35, D / 2, text["feature"], rotation=90, va="center", ha="right"
        )
        ax.set(xlim=(-1.2, 11.4), ylim=(-0.9, D + 0.9))
        ax.set_title(text[kind], fontsize=11)
        ax.set_aspect("equal")
        ax.axis("off")
    return fig
