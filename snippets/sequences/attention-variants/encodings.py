# kind: figure
"""Two tables of positions: sinusoidal, and learned ones at their start."""

import matplotlib.pyplot as plt
import torch

from chainrule.nn import LearnedPositionalEncoding, sinusoidal_positions

TEXT = {
    "zh": {
        "sinusoidal": "正弦位置编码",
        "learned": "可学习的位置编码，训练之前",
        "position": "位置 $t$",
        "coordinate": "第几个数",
    },
    "en": {
        "sinusoidal": "sinusoidal",
        "learned": "learned, before training",
        "position": "position $t$",
        "coordinate": "coordinate",
    },
}
LENGTH, SIZE = 50, 64


def draw(lang):
    text = TEXT[lang]
    torch.manual_seed(0)
    learned = LearnedPositionalEncoding(SIZE, max_len=LENGTH).table
    tables = {
        "sinusoidal": sinusoidal_positions(LENGTH, SIZE),
        "learned": learned.detach() / 0.04,
    }
    fig, axes = plt.subplots(2, 1, figsize=(4.6, 5.6), sharex=True)
    for ax, (name, table) in zip(axes, tables.items(), strict=True):
        ax.imshow(table.T, cmap="coolwarm", vmin=-1, vmax=1, aspect="auto")
        ax.set(title=text[name], ylabel=text["coordinate"])
        ax.grid(False)
    axes[1].set_xlabel(text["position"])
    return fig
