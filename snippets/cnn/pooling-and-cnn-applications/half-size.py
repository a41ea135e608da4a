# kind: figure
"""A photograph with three quarters of its pixels dropped, twice."""

import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.datasets import load_sample_image

from chainrule.nn import MaxPool2d

TEXT = {
    "zh": ("{}×{} 像素", "隔一取一：{}×{}", "最大池化：{}×{}", "再池化：{}×{}"),
    "en": (
        "{}×{} pixels",
        "every second: {}×{}",
        "max pooling: {}×{}",
        "pooled again: {}×{}",
    ),
}


def draw(lang):
    photo = load_sample_image("flower.jpg")[20:420, 130:530].mean(axis=2)
    photo = photo.reshape(100, 4, 100, 4).mean(axis=(1, 3)) / 255
    pool = MaxPool2d(2)
    once = pool(torch.tensor(photo)[None])
    shown = [photo, photo[::2, ::2], once[0].numpy(), pool(once)[0].numpy()]
    fig, axes = plt.subplots(2, 2, figsize=(5.0, 5.5))
    for ax, name, a in zip(axes.flat, TEXT[lang], shown, strict=True):
        a = np.asarray(a)
        ax.imshow(a, cmap="gray", vmin=0, vmax=1, interpolation="nearest")
        ax.set_title(name.format(*a.shape), fontsize=12)
        ax.axis("off")
    return fig
