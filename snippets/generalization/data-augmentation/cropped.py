# kind: figure
"""Three random parts of a photograph, each brought to one size."""

import matplotlib.pyplot as plt
import torch
from matplotlib.patches import Rectangle
from sklearn.datasets import load_sample_image

from chainrule.data.transforms import RandomResizedCrop, Resize

TEXT = {
    "zh": "面积占 {:.0%}，宽高比 {:.2f}",
    "en": "{:.0%} of the area\nwidth / height {:.2f}",
}
SEEDS = 2, 3, 11


def draw(lang):
    photo = torch.tensor(load_sample_image("china.jpg") / 255).movedim(2, 0)
    photo = Resize(150)(photo)
    crop = RandomResizedCrop(96)
    fig, axes = plt.subplot_mosaic(
        [["all"] * 3, ["0", "1", "2"]],
        figsize=(5.2, 5.2),
        height_ratios=(2, 1.35),
    )
    axes["all"].imshow(photo.movedim(0, 2).clamp(0, 1), interpolation="none")
    axes["all"].axis("off")
    for k, seed in enumerate(SEEDS):
        sample, box = crop.sample(photo, torch.Generator().manual_seed(seed))
        top, left, h, w = box
        color, style = f"C{k}", ("-", "--", "-.")[k]
        look = {"fill": False, "ec": color, "lw": 3, "ls": style}
        axes["all"].add_patch(Rectangle((left - 0.5, top - 0.5), w, h, **look))
        ax = axes[str(k)]
        ax.imshow(sample.movedim(0, 2).clamp(0, 1), interpolation="none")
        ax.set_xticks([])
        ax.set_yticks([])
        for side in ax.spines.values():
            side.set(color=color, lw=3, ls=style, visible=True)
        share = h * w / photo[0].numel()
        label = TEXT[lang].format(share, w / h)
        if lang == "zh":
            label = label.replace("，", "\n")
        ax.set_xlabel(label, fontsize=10)
    return fig
