# kind: figure
"""Four losses of the margin; and the 0-1 loss as a staircase."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "m": "间隔 $m = tz$",
        "b": "偏置 $b$（$w=1$）",
        "loss": "一个样本的损失",
        "mean": "四个样本的平均损失",
        "names": ("0-1 损失", "平方 $(1-m)^2$", "感知机", "合页损失"),
    },
    "en": {
        "m": "margin $m = tz$",
        "b": "bias $b$ ($w=1$)",
        "loss": "loss of one sample",
        "mean": "mean of the four samples",
        "names": ("0-1 loss", "square $(1-m)^2$", "perceptron", "hinge"),
    },
}


def losses(m):
    return (
        np.where(m > 0, 0.0, 1.0),
        (1 - m) ** 2,
        np.maximum(0, -m),
        np.maximum(0, 1 - m),
    )


def draw(lang):
    text = TEXT[lang]
    fig, (left, right) = plt.subplots(1, 2, figsize=(6.2, 3.9))
    m = np.linspace(-2, 3.5, 1101)
    styles = ("-", "--", "-.", ":")
    for k, (loss, name) in enumerate(
        zip(losses(m), text["names"], strict=True)
    ):
        look = {"color": f"C{k}", "ls": styles[k], "lw": 2.4 if k == 3 else 1.8}
        left.plot(m, loss, **look, label=name)
    left.set(xlabel=text["m"], ylabel=text["loss"], ylim=(-0.1, 4.2))
    x, t = np.array([0.0, 1, 3, 4]), np.array([-1.0, -1, 1, 1])
    b = np.linspace(-5, 1, 1201)
    many = t * (x + b[:, None])
    for k, loss in enumerate(losses(many)):
        look = {"color": f"C{k}", "ls": styles[k], "lw": 2.4 if k == 3 else 1.8}
        right.plot(b, loss.mean(axis=1), **look)
    right.set(xlabel=text["b"], ylabel=text["mean"], ylim=(-0.05, 2.1))
    for ax in (left, right):
        ax.grid(lw=0.5)
    fig.legend(
        *left.get_legend_handles_labels(), loc="outside upper center", ncols=2
    )
    return fig
