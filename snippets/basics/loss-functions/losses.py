# kind: figure
"""Losses of regression and their slopes, against the error."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"r": "误差 $r = y - t$", "loss": "损失", "slope": "斜率"},
    "en": {"r": "error $r = y - t$", "loss": "loss", "slope": "slope"},
}
NAMES = ("$r^2$", "$|r|$", "Huber, $\\delta = 1$", "$r^2/2$")


def draw(lang):
    text = TEXT[lang]
    r = np.linspace(-3, 3, 601)
    size = np.abs(r)
    losses = (r**2, size, np.where(size <= 1, r**2 / 2, size - 0.5), r**2 / 2)
    slopes = (2 * r, np.where(r == 0, np.nan, np.sign(r)), np.clip(r, -1, 1), r)
    fig, axes = plt.subplots(1, 2, figsize=(5.8, 3.7))
    for loss, slope, name in zip(losses, slopes, NAMES, strict=True):
        axes[0].plot(r, loss, label=name)
        axes[1].plot(r, slope)
    axes[0].set(ylabel=text["loss"], ylim=(0, 4.6))
    axes[1].set(ylabel=text["slope"], ylim=(-3.2, 3.2))
    for ax in axes:
        ax.set(xlabel=text["r"], xticks=range(-3, 4))
        ax.grid(lw=0.5)
    fig.legend(
        *axes[0].get_legend_handles_labels(),
        loc="outside upper center",
        ncols=4,
    )
    return fig
