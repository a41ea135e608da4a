# kind: figure
"""Sizes of the gradients of a deep network in Adam's first ten steps."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.optim import Adam

TEXT = {
    "zh": {
        "none": "无预热",
        "ramp": "有预热",
        "x": "梯度的大小 $|g|$",
        "t": "第 {} 步",
        "zero": "零：{:.0%}",
        "y": "权重的比例",
    },
    "en": {
        "none": "no warm-up",
        "ramp": "warm-up",
        "x": "size of the gradient $|g|$",
        "t": "step {}",
        "zero": "zero: {:.0%}",
        "y": "share of weights",
    },
}
BINS = np.linspace(-7, 0, 36)


@cache
def run(ramp):
    """log10 |g| of all weights of ten networks; at steps 1, 5 and 10."""
    digits = load_digits()
    order = np.random.default_rng(0).permutation(len(digits.data))[:1000]
    X = torch.tensor(digits.data[order] / 16, dtype=torch.float64)
    t = torch.tensor(digits.target[order])
    generator = torch.Generator().manual_seed(1)
    sizes = [64] * 6 + [10]
    given = {"generator": generator, "dtype": X.dtype}
    start = [torch.randn(10, 64, n, **given) for n in sizes]
    weights = [(w / 32**0.5).requires_grad_() for w in start]
    optimizer, found = Adam(weights, lr=0.03), {}
    for step in range(1, 11):
        if ramp:
            optimizer.param_groups[0]["lr"] = 0.03 * step / 100
        rows = torch.randint(1000, (10, 50), generator=generator)
        optimizer.zero_grad()
        h = X[rows]
        for w in weights[:-1]:
            h = torch.relu(h @ w)
        logits = (h @ weights[-1]).mT
        cross_entropy(logits, t[rows], reduction="sum").div(50).backward()
        g = torch.cat([w.grad.flatten() for w in weights]).abs()
        if step in (1, 5, 10):
            with np.errstate(divide="ignore"):
                found[step] = np.log10(g.numpy())
        optimizer.step()
    return found


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(3, 2, figsize=(5.6, 5.4), sharex=True, sharey=True)
    for column, ramp in enumerate((False, True)):
        for ax, (step, sizes) in zip(
            axes[:, column], run(ramp).items(), strict=True
        ):
            share = np.full(sizes.size, 1 / sizes.size)
            color = f"C{1 - column}"
            ax.hist(sizes, BINS, weights=share, color=color)
            label = text["t"].format(step)
            zero = text["zero"].format(np.mean(np.isneginf(sizes)))
            ax.text(0.04, 0.9, label, transform=ax.transAxes, va="top")
            ax.text(0.04, 0.72, zero, transform=ax.transAxes, va="top")
        axes[0, column].set_title(text["ramp" if ramp else "none"])
        axes[2, column].set_xlabel(text["x"])
    axes[1, 0].set_ylabel(text["y"])
    ticks = (-6, -4, -2, 0)
    axes[0, 0].set_xticks(ticks, [f"$10^{{{k}}}$" for k in ticks])
    return fig
