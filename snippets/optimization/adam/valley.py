# kind: figure
"""Paths of SGD, RMSprop and Adam through a narrow valley."""

import matplotlib.pyplot as plt
import numpy as np
import torch

from chainrule.optim import SGD, Adam, RMSprop

TEXT = {"zh": {"start": "起点"}, "en": {"start": "start"}}


def path(optimizer_class, steps, **options):
    w = torch.tensor([-4.0, 1.5], requires_grad=True)
    optimizer = optimizer_class([w], **options)
    found = [w.detach().clone()]
    for _ in range(steps):
        optimizer.zero_grad()
        (0.05 * w[0] ** 2 + w[1] ** 2).backward()
        optimizer.step()
        found.append(w.detach().clone())
    return torch.stack(found).numpy()


def draw(lang):
    x, y = np.meshgrid(np.linspace(-5, 1.5, 80), np.linspace(-2, 2, 60))
    fig, ax = plt.subplots()
    levels = [0.02, 0.1, 0.3, 0.7, 1.5, 3]
    ax.contour(x, y, 0.05 * x**2 + y**2, levels, colors="0.55", linewidths=0.7)
    for cls, mark, style, options in (
        (SGD, "s", "--", {"lr": 0.9}),
        (RMSprop, "^", "-.", {"lr": 0.15, "alpha": 0.9}),
        (Adam, ".", "-", {"lr": 0.3}),
    ):
        label = f"{cls.__name__}, $\\eta={options['lr']}$"
        way = path(cls, 30, **options)
        ax.plot(*way.T, style, marker=mark, ms=4, lw=1.1, label=label)
    ax.annotate(
        TEXT[lang]["start"], (-4, 1.5), (-6, 7), textcoords="offset points"
    )
    ax.plot(0, 0, "*", ms=11, color="C4", zorder=4)
    ax.set(
        xlabel="$\\theta_1$", ylabel="$\\theta_2$", xlim=(-5, 1.5), ylim=(-2, 2)
    )
    ax.legend(loc="upper right")
    return fig
