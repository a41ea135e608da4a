# kind: figure
"""Where the five crops lie, and what a network is shown."""

import matplotlib.pyplot as plt
import torch
from matplotlib.patches import Rectangle
from sklearn.datasets import load_sample_image

from chainrule.data.transforms import FiveCrop, Resize

SIZE = 110
TEXT = {
    "zh": ("左上", "右上", "左下", "右下", "中心"),
    "en": ("top left", "top right", "bottom left", "bottom right", "centre"),
}


def draw(lang):
    photo = torch.tensor(load_sample_image("china.jpg") / 255).movedim(2, 0)
    photo = Resize(128)(photo).clamp(0, 1)
    _, H, W = photo.shape
    down, right = H - SIZE, W - SIZE
    corners = [(i, j) for i in (0, down) for j in (0, right)]
    corners.append((round(down / 2), round(right / 2)))
    fig, axes = plt.subplots(3, 2, figsize=(4.8, 6.4))
    axes[0, 0].imshow(photo.movedim(0, 2), interpolation="none")
    crops = zip(FiveCrop(SIZE)(photo), corners, TEXT[lang], strict=True)
    for k, (crop, (top, left), name) in enumerate(crops):
        look = {"fill": False, "ec": f"C{k}", "lw": 2.4}
        axes[0, 0].add_patch(Rectangle((left, top), SIZE, SIZE, **look))
        ax = axes.flat[k + 1]
        ax.imshow(crop.movedim(0, 2), interpolation="none")
        ax.set_title(name, color=f"C{k}")
    for ax in axes.flat:
        ax.axis("off")
    return fig
