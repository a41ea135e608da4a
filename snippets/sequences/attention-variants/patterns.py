# kind: figure
"""Four choices of the scores that are computed at all, with their number."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "full": "全部",
        "window": "窗口",
        "strided": "窗口加间隔",
        "global": "窗口加全局",
        "scores": "{} 个分数",
    },
    "en": {
        "full": "full",
        "window": "window",
        "strided": "window and strides",
        "global": "window and global",
        "scores": "{} scores",
    },
}
LENGTH = 24


def masks():
    i, j = np.mgrid[:LENGTH, :LENGTH]
    window = abs(i - j) <= 2
    yield "full", window | True
    yield "window", window
    yield "strided", window | ((i - j) % 8 == 0)
    yield "global", window | (i < 2) | (j < 2)


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 2, figsize=(4.8, 5.4))
    for ax, (name, mask) in zip(axes.flat, masks(), strict=True):
        ax.plot(*np.nonzero(mask)[::-1], "s", ms=3.6, color="C0", lw=0)
        ax.set(xlim=(-1, LENGTH), ylim=(LENGTH, -1), aspect="equal")
        n = text["scores"].format(f"{mask.sum():,}")
        ax.set_title(f"{text[name]}\n{n}", fontsize=12)
        ax.set(xticks=[], yticks=[])
        ax.grid(False)
    return fig
