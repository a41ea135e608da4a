# kind: figure
"""A photograph read on three grids: where, and what comes out."""

import math

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_sample_image

from chainrule.nn import affine_grid, grid_sample

TEXT = {
    "zh": ("恒等", "旋转", "旋转并放大", "读取位置", "输出"),
    "en": ("identity", "turned", "turned, enlarged", "read at", "output"),
}


def theta(turn, size):
    c, s = size * math.cos(turn), size * math.sin(turn)
    return torch.tensor([[[c, -s, 0.0], [s, c, 0.0]]])


def draw(lang):
    *names, where, out = TEXT[lang]
    photo = load_sample_image("flower.jpg")[20:420, 130:530].mean(axis=2)
    photo = photo.reshape(100, 4, 100, 4).mean(axis=(1, 3)) / 255
    x = torch.tensor(photo, dtype=torch.float32)[None, None]
    fig, axes = plt.subplots(2, 3, figsize=(5.2, 4.0))
    for n, (turn, size) in enumerate(((0, 1), (0.5, 1), (0.5, 0.55))):
        map_, look = theta(turn, size), {"cmap": "gray", "vmin": 0, "vmax": 1}
        few = affine_grid(map_, (1, 1, 7, 7))[0]
        ends = {"extent": (-1, 1, 1, -1)}
        axes[0, n].imshow(photo, alpha=0.75, **look, **ends)
        for line in (*few, *few.movedim(1, 0)):
            axes[0, n].plot(*line.T, ".-", color="C1", lw=0.8, ms=4)
        axes[0, n].set(xlim=(-1.5, 1.5), ylim=(1.5, -1.5))
        y = grid_sample(x, affine_grid(map_, x.shape))[0, 0]
        axes[1, n].imshow(y, **look)
        axes[0, n].set_title(names[n], fontsize=12)
    for ax, name in zip(axes[:, 0], (where, out), strict=True):
        ax.set_ylabel(name, fontsize=12)
    for ax in axes.flat:
        ax.set_xticks([])
        ax.set_yticks([])
        ax.spines[:].set_visible(False)
    return fig
