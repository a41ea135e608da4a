# kind: figure
"""Random erasing, cutmix and mixup of two photographs."""

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_sample_image

from chainrule.data import transforms as T

TEXT = {
    "zh": (
        "擦成 0",
        "擦成平均色",
        "CutMix：{:.0%} 楼阁，{:.0%} 花",
        "mixup：{:.0%} 楼阁，{:.0%} 花",
    ),
    "en": (
        "erased by 0",
        "by the mean colour",
        "CutMix: {:.0%} temple,\n{:.0%} flower",
        "mixup: {:.0%} temple,\n{:.0%} flower",
    ),
}


def draw(lang):
    both = torch.stack(
        [
            T.Resize(120)(
                torch.tensor(load_sample_image(name) / 255).movedim(2, 0)
            )
            for name in ("china.jpg", "flower.jpg")
        ]
    ).clamp(0, 1)
    t, box = torch.eye(2), (24, 36, 60, 54)
    mean = both[0].mean((1, 2)).view(3, 1, 1)
    erase = T.RandomErasing()
    views = [(erase.apply(both[0], (box, fill)), t[0]) for fill in (None, mean)]
    for x, targets in (
        T.cutmix(both, t, (18, 84, 84, 84)),
        T.mixup(both, t, 0.7),
    ):
        views.append((x[0], targets[0]))
    fig, axes = plt.subplots(2, 2, figsize=(5.2, 4.4))
    for ax, (image, shares), title in zip(
        axes.flat, views, TEXT[lang], strict=True
    ):
        ax.imshow(image.clamp(0, 1).movedim(0, 2), interpolation="none")
        title = title.format(*shares.tolist()).replace("：", "：\n")
        ax.set_title(title, fontsize=11)
        ax.axis("off")
    return fig
