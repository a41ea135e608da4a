# kind: figure
"""Three filters of 3 x 3 on a photograph that scikit-learn ships."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_sample_image

from chainrule.scratch.nn import Conv2d

TEXT = {
    "zh": ("照片", "水平的边", "竖直的边", "与四邻之差"),
    "en": (
        "the photograph",
        "horizontal edges",
        "vertical edges",
        "against the neighbours",
    ),
}
FILTERS = np.array(
    [
        [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
        [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
        [[0, -1, 0], [-1, 4, -1], [0, -1, 0]],
    ]
)


def draw(lang):
    photo = load_sample_image("china.jpg")[20:320, 150:450].mean(axis=2)
    photo = photo.reshape(100, 3, 100, 3).mean(axis=(1, 3))  # 3 x 3 are one
    layer = Conv2d(1, 3, 3, bias=False)
    layer.weight[...] = FILTERS[:, None]
    maps = np.abs(layer.forward(photo[None, None] / 255)[0])
    fig, axes = plt.subplots(2, 2, figsize=(5.2, 5.6))
    shown = [photo / 255, *(m / np.quantile(m, 0.99) for m in maps)]
    for ax, name, a in zip(axes.flat, TEXT[lang], shown, strict=True):
        ax.imshow(a, cmap="gray", vmin=0, vmax=1)
        ax.set_title(name, fontsize=12)
        ax.axis("off")
    return fig
