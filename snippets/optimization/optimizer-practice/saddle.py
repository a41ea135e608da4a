# kind: figure
"""Six optimizers leave a saddle, or do not."""

import matplotlib.pyplot as plt
import numpy as np
import torch

TEXT = {
    "zh": {"steps": "步数 $t$", "y": "$y$（对数）", "saddle": "鞍点"},
    "en": {"steps": "step $t$", "y": "$y$ (logarithmic)", "saddle": "saddle"},
}
RIVALS = [
    ("SGD", torch.optim.SGD, {"lr": 0.01}, "C0", "-"),
    ("momentum", torch.optim.SGD, {"lr": 0.01, "momentum": 0.9}, "C1", "-"),
    (
        "Nesterov",
        torch.optim.SGD,
        {"lr": 0.01, "momentum": 0.9, "nesterov": True},
        "C1",
        ":",
    ),
    ("Adagrad", torch.optim.Adagrad, {"lr": 0.1}, "C2", "-"),
    ("RMSprop", torch.optim.RMSprop, {"lr": 0.01}, "C3", "--"),
    ("Adam", torch.optim.Adam, {"lr": 0.05}, "C4", "-."),
]
STEPS = 150


def path(make, options):
    w = torch.tensor([1.5, 1e-3], dtype=torch.float64, requires_grad=True)
    optimizer, points = make([w], **options), [w.detach().clone()]
    for _ in range(STEPS):
        optimizer.zero_grad()
        (w[0] ** 2 - w[1] ** 2).backward()
        optimizer.step()
        points.append(w.detach().clone())
    return torch.stack(points).numpy()


def draw(lang):
    text = TEXT[lang]
    fig, (left, right) = plt.subplots(2, 1, figsize=(5, 6.4))
    x, y = np.meshgrid(np.linspace(-1.2, 1.7, 80), np.linspace(-0.4, 1.3, 80))
    levels = np.linspace(-2, 3, 16)
    left.contour(x, y, x**2 - y**2, levels, colors="0.6", linewidths=0.6)
    left.plot(0, 0, "+", color="0.5", ms=12)
    left.annotate(text["saddle"], (0, 0), (6, -14), textcoords="offset points")
    for name, make, options, color, style in RIVALS:
        points = path(make, options)
        stop = np.argmax(np.abs(points[:, 1]) > 1.3) or len(points)
        left.plot(*points[:stop].T, style, color=color, lw=1.8)
        left.plot(*points[:stop:10].T, "o", color=color, ms=3)
        right.semilogy(
            np.minimum(points[:, 1], 1e3), style, color=color, label=name
        )
    left.set(xlabel="$x$", ylabel="$y$", xlim=(-1.2, 1.7), ylim=(-0.4, 1.3))
    right.set(xlabel=text["steps"], ylabel=text["y"], ylim=(8e-4, 2))
    right.legend(ncols=2, loc="lower right", fontsize="small")
    return fig
