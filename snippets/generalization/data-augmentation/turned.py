# kind: figure
"""A photograph turned by 15 degrees, and a digit in two ways."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits, load_sample_image

from chainrule.data.transforms import Resize, rotate

TEXT = {
    "zh": ("转 15°，空角填 0", "原图", "最近邻", "双线性"),
    "en": ("15°, corners filled with 0", "as it is", "nearest", "bilinear"),
}


def draw(lang):
    text = TEXT[lang]
    photo = torch.tensor(load_sample_image("china.jpg") / 255).movedim(2, 0)
    photo = rotate(Resize(150)(photo), 15, "bilinear").clamp(0, 1)
    digit = torch.tensor(load_digits().images[None, 7])
    views = digit, rotate(digit, 15), rotate(digit, 15, "bilinear")
    fig, axes = plt.subplot_mosaic(
        [["photo"] * 3, ["0", "1", "2"]],
        figsize=(4.8, 5),
        height_ratios=(2, 1.2),
    )
    axes["photo"].imshow(photo.movedim(0, 2), interpolation="none")
    axes["photo"].set_title(text[0])
    for k, view in enumerate(views):
        axes[str(k)].imshow(view[0], vmin=0, vmax=16, interpolation="none")
        axes[str(k)].set_title(text[k + 1])
    for ax in axes.values():
        ax.axis("off")
    return fig
