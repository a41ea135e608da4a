# kind: figure
"""Turn the valley by 45 degrees: SGD's path turns with it, Adam's does not."""

import matplotlib.pyplot as plt
import numpy as np
import torch

from chainrule.optim import SGD, Adam

TEXT = {
    "zh": {"before": "谷沿坐标轴", "after": "谷转 45°"},
    "en": {"before": "valley along an axis", "after": "valley turned by 45°"},
}
CURVATURE = torch.diag(torch.tensor([0.1, 2.0]))


def path(optimizer_class, turn, **options):
    w = (turn @ torch.tensor([-4.0, 1.5])).requires_grad_()
    hessian = turn @ CURVATURE @ turn.T
    optimizer = optimizer_class([w], **options)
    found = [w.detach().clone()]
    for _ in range(40):
        optimizer.zero_grad()
        (w @ hessian @ w / 2).backward()
        optimizer.step()
        found.append(w.detach().clone())
    return torch.stack(found).numpy()


def draw(lang):
    text, c = TEXT[lang], 0.5**0.5
    turns = {"before": torch.eye(2), "after": torch.tensor([[c, -c], [c, c]])}
    fig, axes = plt.subplots(1, 2, figsize=(6.6, 3.5), sharey=True)
    grid = np.linspace(-4.6, 2.4, 90)
    x, y = np.meshgrid(grid, grid)
    for ax, (name, turn) in zip(axes, turns.items(), strict=True):
        H = (turn @ CURVATURE @ turn.T).numpy()
        loss = (H[0, 0] * x**2 + 2 * H[0, 1] * x * y + H[1, 1] * y**2) / 2
        ax.contour(
            x, y, loss, [0.03, 0.15, 0.5, 1.2, 3], colors="0.55", linewidths=0.7
        )
        sgd, adam = path(SGD, turn, lr=0.6), path(Adam, turn, lr=0.3)
        ax.plot(*sgd.T, "--", marker="s", ms=3, lw=1, label="SGD")
        ax.plot(*adam.T, "-", marker=".", ms=4, lw=1, label="Adam")
        ax.plot(0, 0, "*", ms=10, color="C4", zorder=4)
        ax.set(
            title=text[name],
            xlabel="$\\theta_1$",
            xlim=(-4.6, 2.4),
            ylim=(-4.6, 2.4),
        )
        ax.set_aspect("equal")
    axes[0].set_ylabel("$\\theta_2$")
    axes[0].legend(loc="lower right")
    return fig
