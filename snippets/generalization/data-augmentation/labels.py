# kind: figure
"""Flips and half turns of a photograph and of a digit."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits, load_sample_image

from chainrule.data.transforms import Resize

TEXT = {
    "zh": {
        "changes": ("原图", "左右翻转", "旋转 180°"),
        "photo": ("楼阁", "楼阁", "楼阁？没人这样拍"),
        "digit": ("6", "不是数字", "9"),
    },
    "en": {
        "changes": ("as it is", "mirrored", "half a turn"),
        "photo": ("a temple", "a temple", "who takes it so?"),
        "digit": ("a 6", "no digit", "a 9"),
    },
}


def draw(lang):
    text = TEXT[lang]
    photo = torch.tensor(load_sample_image("china.jpg") / 255).movedim(2, 0)
    photo = Resize(100)(photo).movedim(0, 2)
    digit = torch.tensor(load_digits().images[6])
    fig, axes = plt.subplots(2, 3, figsize=(5.2, 3.9))
    for row, image, name in zip(
        axes, (photo, digit), ("photo", "digit"), strict=True
    ):
        views = image, image.flip(1), image.flip(0, 1)
        for k, (ax, view) in enumerate(zip(row, views, strict=True)):
            ax.imshow(
                view.clamp(0, 1) if name == "photo" else view,
                interpolation="none",
            )
            ax.set_xticks([])
            ax.set_yticks([])
            ax.set_xlabel(text[name][k])
            for side in ax.spines.values():
                side.set_visible(False)
    for ax, title in zip(axes[0], text["changes"], strict=True):
        ax.set_title(title)
    return fig
