# kind: figure
"""Brightness, contrast, saturation and hue, less and more."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_sample_image

from chainrule.data import transforms as T

TEXT = {
    "zh": ("亮度", "对比度", "饱和度", "色相"),
    "en": ("brightness", "contrast", "saturation", "hue"),
}
CHANGES = (
    (T.adjust_brightness, (0.6, 1.4)),
    (T.adjust_contrast, (0.5, 1.6)),
    (T.adjust_saturation, (0, 2)),
    (T.adjust_hue, (-0.1, 0.1)),
)


def draw(lang):
    photo = torch.tensor(load_sample_image("china.jpg") / 255).movedim(2, 0)
    photo = T.Resize(100)(photo).clamp(0, 1)
    fig, axes = plt.subplots(4, 2, figsize=(4.8, 7.2))
    for row, name, (adjust, factors) in zip(
        axes, TEXT[lang], CHANGES, strict=True
    ):
        for ax, factor in zip(row, factors, strict=True):
            ax.imshow(adjust(photo, factor).movedim(0, 2), interpolation="none")
            sign = "+" if adjust is T.adjust_hue and factor > 0 else ""
            ax.set_title(f"{name} {sign}{factor}".replace("-", "−"))
            ax.axis("off")
    return fig
