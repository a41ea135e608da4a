# kind: figure
"""Ten samples, sorted by class: shuffled, and cut into batches of three."""

import matplotlib.pyplot as plt
import torch
from matplotlib.patches import Rectangle

TEXT = {
    "zh": {
        "file": "文件里的次序",
        "epoch": "第 {} 轮",
        "batch": "批次 {}",
    },
    "en": {
        "file": "order in the file",
        "epoch": "epoch {}",
        "batch": "batch {}",
    },
}
N, B = 10, 3


def row(ax, y, order, name, gap):
    for k, n in enumerate(order):
        x = k + gap * (k // B)
        color = f"C{0 if n < N / 2 else 1}"
        ax.add_patch(Rectangle((x, y), 0.86, 0.86, fc="none", ec=color, lw=2))
        ax.text(x + 0.43, y + 0.41, n, ha="center", va="center", fontsize=13)
    ax.text(0, y + 1.05, name, fontsize=11, va="bottom")


def draw(lang):
    text = TEXT[lang]
    rng = torch.Generator().manual_seed(1)
    fig, ax = plt.subplots(figsize=(5.6, 3.6))
    row(ax, 5.4, range(N), text["file"], 0)
    for epoch, y in ((1, 3), (2, 0.4)):
        order = torch.randperm(N, generator=rng).tolist()
        row(ax, y, order, text["epoch"].format(epoch), 0.5)
        for b in range(-(-N // B)):
            width = min(B, N - b * B)
            middle = b * (B + 0.5) + (width - 0.14) / 2
            ax.text(
                middle,
                y - 0.15,
                text["batch"].format(b + 1),
                ha="center",
                va="top",
                fontsize=10,
            )
    ax.set(xlim=(-0.1, 11.7), ylim=(-0.5, 7.1))
    ax.axis("off")
    return fig
