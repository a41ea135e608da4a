# kind: figure
"""Descent on a bowl, with zero_grad and without."""

import matplotlib.pyplot as plt
import numpy as np
import torch

TEXT = {
    "zh": {"kept": "有 zero_grad", "left": "没有 zero_grad", "start": "起点"},
    "en": {
        "kept": "with zero_grad",
        "left": "without zero_grad",
        "start": "start",
    },
}
CURVATURES = (1.0, 3.0)


def path(clear, steps=100, lr=0.03):
    theta = torch.tensor([2.0, 1.2], requires_grad=True)
    optimizer = torch.optim.SGD([theta], lr=lr)
    found = [theta.tolist()]
    for _ in range(steps):
        if clear:
            optimizer.zero_grad()
        (torch.tensor(CURVATURES) * theta**2 / 2).sum().backward()
        optimizer.step()
        found.append(theta.tolist())
    return np.array(found).T


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 4.4))
    a, b = np.meshgrid(np.linspace(-2.6, 2.6, 80), np.linspace(-1.6, 1.6, 80))
    heights = (CURVATURES[0] * a**2 + CURVATURES[1] * b**2) / 2
    ax.contour(a, b, heights, levels=7, colors="0.6", linewidths=0.7)
    for clear, look, name in (
        (False, "C1.--", "left"),
        (True, "C0o-", "kept"),
    ):
        ax.plot(*path(clear), look, ms=4, lw=1.2, label=text[name])
    ax.plot(2.0, 1.2, "*", color="C3", ms=13)
    ax.text(2.1, 1.25, text["start"], color="C3", fontsize=11)
    ax.set(xlabel=r"$\theta_1$", ylabel=r"$\theta_2$", aspect="equal")
    lines, names = ax.get_legend_handles_labels()
    fig.legend(lines[::-1], names[::-1], loc="outside upper center", ncols=2)
    return fig
