# kind: figure
"""The matrix of a layer on 6 x 6 pixels: dense, local, shared."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib import colormaps
from matplotlib.colors import to_rgba

TEXT = {
    "zh": {
        "dense": "全连接：576 个不同的数",
        "local": "局部连接：144 个不同的数",
        "shared": "卷积：9 个不同的数",
        "x": "输入的 36 个像素",
        "y": "16 个输出",
    },
    "en": {
        "dense": "dense: 576 different numbers",
        "local": "local: 144 different numbers",
        "shared": "shared: 9 different numbers",
        "x": "36 pixels of the input",
        "y": "16 outputs",
    },
}


def draw(lang):
    text = TEXT[lang]
    place = np.full((16, 36), -1)
    for i, j, a, b in np.ndindex(4, 4, 3, 3):
        place[4 * i + j, 6 * (i + a) + j + b] = 3 * a + b
    rng = np.random.default_rng(0)
    many = colormaps["turbo"]
    fig, axes = plt.subplots(3, 1, figsize=(4.8, 7.4), sharex=True)
    for ax, kind in zip(axes, ("dense", "local", "shared"), strict=True):
        colors = many(0.05 + 0.9 * rng.random(place.shape))
        if kind == "shared":
            colors = many(0.06 + 0.88 * np.maximum(place, 0) / 8)
        if kind != "dense":
            colors[place < 0] = to_rgba("C0", 0)
        ax.imshow(colors, interpolation="nearest")
        ax.set_title(text[kind], fontsize=12)
        ax.set(yticks=[], ylabel=text["y"])
        ax.grid(False)
        ax.set_xticks([])
    axes[-1].set_xlabel(text["x"])
    return fig
