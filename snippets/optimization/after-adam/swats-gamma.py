# kind: figure
"""The rate of SGD that matches each step of Adam, and when SWATS switches."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.datasets import load_digits
from torch.nn.functional import cross_entropy

from chainrule.optim import SWATS

TEXT = {
    "zh": {
        "t": "步数 $t$",
        "gamma": "SGD 学习率",
        "loss": "训练损失",
        "one": "$\\gamma_t$，单步",
        "mean": "修正后的平均",
        "switch": "切换",
    },
    "en": {
        "t": "step $t$",
        "gamma": "rate of SGD",
        "loss": "training loss",
        "one": "$\\gamma_t$ of one step",
        "mean": "corrected average",
        "switch": "switch",
    },
}
STEPS, EPS, EVERY = 400, 1e-4, 5


def losses(weights, x, t):
    first, second = torch.stack(weights).split([2048, 320], dim=1)
    hidden = torch.relu(x @ first.reshape(-1, 64, 32))
    logits = hidden @ second.reshape(-1, 32, 10)
    t = t.expand(logits.shape[:2])
    return cross_entropy(logits.mT, t, reduction="none").mean(dim=1)


@cache
def run():
    """Averages λ (STEPS, seeds), losses at times, the step of each switch."""
    digits = load_digits()
    rows = np.random.default_rng(0).permutation(len(digits.data))[:1000]
    X = torch.tensor(digits.data[rows] / 16, dtype=torch.float64)
    t = torch.tensor(digits.target[rows])
    generator = torch.Generator().manual_seed(1)
    given = {"generator": generator, "dtype": X.dtype}
    start = torch.randn(10, 2368, **given) / 24**0.5
    weights = [w.requires_grad_() for w in start.unbind()]
    optimizer = SWATS(weights, lr=1e-3, eps=EPS)
    average, curve, switched = [], [], np.zeros(10, int)
    for step in range(1, STEPS + 1):
        drawn = torch.randint(1000, (10, 50), generator=generator)
        optimizer.zero_grad()
        losses(weights, X[drawn], t[drawn]).sum().backward()
        optimizer.step()
        if step % EVERY == 1:
            with torch.no_grad():
                curve.append(losses(weights, X, t).numpy())
        states = [optimizer.state[w] for w in weights]
        average.append([s["average"] for s in states])
        now = np.array([s["ratio"] != 0 for s in states])
        switched[now & (switched == 0)] = step
    return np.array(average), np.array(curve), switched


def draw(lang):
    text = TEXT[lang]
    average, curve, switched = run()
    seed = switched.argmax()  # one that switches late
    last = switched[seed] or STEPS
    k = np.arange(1, last + 1)
    mean = average[:last, seed]
    gamma = np.diff(mean, prepend=0) / 0.001
    gamma += np.concatenate([[0], mean[:-1]])
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.2), sharex=True)
    axes[0].plot(k, gamma, ".", ms=3, color="C1", label=text["one"])
    axes[0].plot(k, mean / (1 - 0.999**k), color="C0", label=text["mean"])
    axes[0].set(ylabel=text["gamma"])
    axes[0].legend()
    seen = np.arange(1, STEPS + 1, EVERY)
    axes[1].semilogy(seen, curve, "C0-", lw=0.7)
    for s, at in enumerate(switched):
        if at:
            label = text["switch"] if s == seed else None
            place = at, np.interp(at, seen, curve[:, s])
            axes[1].plot(*place, "o", ms=5, color="C1", label=label)
    axes[1].set(ylabel=text["loss"], xlabel=text["t"])
    axes[1].legend()
    return fig
