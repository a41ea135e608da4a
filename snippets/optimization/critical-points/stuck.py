# kind: figure
"""The loss stands still near a saddle, from three distances."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.analysis import toy_gradient, toy_loss

TEXT = {
    "zh": {
        "start": "从 $({0},\\,{0})$ 出发",
        "escape": "从 $10^{-6}$ 处逃离",
        "t": "步数 $t$",
        "loss": "损失 $L$",
        "gradient": "梯度长度",
    },
    "en": {
        "start": "from $({0},\\,{0})$",
        "escape": "from $10^{-6}$, with escape",
        "t": "step $t$",
        "loss": "loss $L$",
        "gradient": "length of the gradient",
    },
}


def descend(w, escape_at=None):
    points = [w]
    for t in range(400):
        if t == escape_at:  # the eigenvector with eigenvalue -2
            w = w + 0.2 * np.array([1, 1]) / 2**0.5
        else:
            w = w - 0.02 * toy_gradient(w)
        points.append(w)
    return np.array(points).T


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.4), sharex=True)
    names = {1e-1: "0.1", 1e-3: "10^{-3}", 1e-6: "10^{-6}"}
    runs = [
        (text["start"].format(name), descend(np.array([a, a])))
        for a, name in names.items()
    ]
    runs.append((text["escape"], descend(np.array([1e-6, 1e-6]), 20)))
    styles = ("-", "--", "-.", ":")
    for i, (name, w) in enumerate(runs):
        look = {"color": f"C{i}", "linestyle": styles[i]}
        axes[0].plot(toy_loss(w), label=name, **look)
        axes[1].semilogy(np.linalg.norm(toy_gradient(w), axis=0), **look)
    axes[0].set(ylabel=text["loss"], ylim=(-0.05, 1.1))
    axes[1].set(ylabel=text["gradient"], xlabel=text["t"], ylim=(1e-7, 4))
    axes[0].legend(loc="lower center", bbox_to_anchor=(0.45, 1), ncols=2)
    return fig
