# kind: figure
"""AdaBound on the digits: the rates of all weights between their bounds."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.optim import AdaBound

TEXT = {
    "zh": {
        "t": "步数 $t$",
        "rate": "学习率",
        "bounds": "上下界",
        "middle": "Adam 的率：中位数",
        "band": "5% 至 95%",
        "share": "被裁剪的比例",
    },
    "en": {
        "t": "step $t$",
        "rate": "rate",
        "bounds": "bounds",
        "middle": "Adam's rates: median",
        "band": "5 to 95 percent",
        "share": "clipped share",
    },
}
STEPS, LR, FINAL, GAMMA = 3000, 1e-3, 0.1, 1e-3


def bounds(t):
    past = GAMMA * t
    return FINAL * (1 - 1 / (past + 1)), FINAL * (1 + 1 / past)


@cache
def run():
    """Quantiles of lr / (√v̂ + ε) over the weights of ten networks, by step."""
    digits = load_digits()
    order = np.random.default_rng(0).permutation(len(digits.data))[:1000]
    X = torch.tensor(digits.data[order] / 16, dtype=torch.float32)
    target = torch.tensor(digits.target[order])
    generator = torch.Generator().manual_seed(1)
    shapes = ((10, 64, 32), (10, 32, 10))
    weights = [torch.randn(s, generator=generator) / 24**0.5 for s in shapes]
    weights = [w.requires_grad_() for w in weights]
    optimizer = AdaBound(weights, lr=LR, final_lr=FINAL, gamma=GAMMA)
    marks = np.unique(np.geomspace(1, STEPS, 40).astype(int))
    quantiles, share = [], []
    for t in range(1, STEPS + 1):
        rows = torch.randint(1000, (10, 50), generator=generator)
        optimizer.zero_grad()
        logits = torch.relu(X[rows] @ weights[0]) @ weights[1]
        cross_entropy(logits.mT, target[rows], reduction="sum").div(
            50
        ).backward()
        optimizer.step()
        if t in marks:
            v = torch.cat([optimizer.state[w]["v"].flatten() for w in weights])
            v = v[v > 0].numpy()  # without the pixels that are always 0
            rates = LR / ((v / (1 - 0.999**t)) ** 0.5 + 1e-8)
            quantiles.append(np.quantile(rates, [0.05, 0.5, 0.95]))
            low, high = bounds(t)
            share.append(((rates < low) | (rates > high)).mean())
    return marks, np.array(quantiles).T, share


def draw(lang):
    text = TEXT[lang]
    marks, quantiles, share = run()
    t = np.geomspace(1, 1e5, 200)
    fig, axes = plt.subplots(
        2, 1, figsize=(5.6, 5.6), sharex=True, height_ratios=(2.2, 1)
    )
    low, high = bounds(t)
    axes[0].loglog(t, low, "C1--", label=text["bounds"])
    axes[0].loglog(t, high, "C1--")
    axes[0].loglog(marks, quantiles[1], "C0", label=text["middle"])
    axes[0].fill_between(
        marks, quantiles[0], quantiles[2], alpha=0.2, lw=0, label=text["band"]
    )
    axes[0].set(ylabel=text["rate"], ylim=(5e-5, 200), xlim=(1, 1e5))
    axes[0].legend()
    axes[1].plot(marks, share, "C4")
    axes[1].set(xlabel=text["t"], ylabel=text["share"], ylim=(-0.03, 1.03))
    return fig
