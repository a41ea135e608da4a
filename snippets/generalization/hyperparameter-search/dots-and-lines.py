# kind: figure
"""Losses of small batches, and two ways to smooth them."""

from functools import cache

import matplotlib.pyplot as plt
import torch
from sklearn.datasets import load_digits

from chainrule.training import ema, moving_average

TEXT = {
    "zh": {
        "step": "更新次数",
        "loss": "损失",
        "dots": "每个批次（10 个样本）",
        "window": "最近 19 个的平均",
        "ema": "EMA，$\\beta = 0.9$",
        "raw": "EMA，没有偏差修正",
    },
    "en": {
        "step": "update",
        "loss": "loss",
        "dots": "each batch (10 samples)",
        "window": "mean of the last 19",
        "ema": "EMA, $\\beta = 0.9$",
        "raw": "EMA, not corrected",
    },
}


@cache
def losses():
    torch.manual_seed(0)
    torch.set_num_threads(1)  # on matrices this small a second one only waits
    X, t = load_digits(return_X_y=True)
    X, t = torch.tensor(X / 16, dtype=torch.float32), torch.tensor(t)
    layers = torch.nn.Linear(64, 32), torch.nn.ReLU(), torch.nn.Linear(32, 10)
    model = torch.nn.Sequential(*layers)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    found = []
    for rows in torch.randint(len(t), (300, 10)):
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(X[rows]), t[rows])
        loss.backward()
        optimizer.step()
        found.append(loss.item())
    return found


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.8))
    raw = losses()
    steps = range(1, len(raw) + 1)
    ax.plot(steps, raw, ".", color="C0", ms=3, alpha=0.6, label=text["dots"])
    ax.plot(steps, moving_average(raw, 19), "C1", lw=1.8, label=text["window"])
    ax.plot(steps, ema(raw), "C2--", lw=1.8, label=text["ema"])
    plain = ema(raw, bias_correction=False)
    ax.plot(steps[:30], plain[:30], "C3:", lw=2, label=text["raw"])
    ax.set(xlabel=text["step"], ylabel=text["loss"], ylim=(0, None))
    ax.legend()
    return fig
