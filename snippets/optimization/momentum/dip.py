# kind: figure
"""A ball with and without momentum on a slope with a dip."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import momentum

TEXT = {
    "zh": {
        "loss": "损失 $L$",
        "t": "步数",
        "gradient": "梯度一步 $-\\eta g$",
        "last": "剩下的移动 $\\mu m$",
        "dip": "小谷",
    },
    "en": {
        "loss": "loss $L$",
        "t": "step",
        "gradient": "gradient step $-\\eta g$",
        "last": "what is left, $\\mu m$",
        "dip": "dip",
    },
}
LR, STRETCH = 0.02, 5.0


def loss(w):
    return w**2 / 5 + 1.4 * np.exp(-((w - 2) ** 2) / 0.5)


def slope(w):
    return 2 * w / 5 - 5.6 * (w - 2) * np.exp(-((w - 2) ** 2) / 0.5)


def path(mu, steps=240):
    w, m, found = 5.0, 0.0, [(5.0, 0.0)]
    for _ in range(steps):
        w, m = momentum(w, slope(w), m, lr=LR, momentum=mu)
        found.append((w, m))
    return np.array(found)


def draw(lang):
    text = TEXT[lang]
    fig, (top, bottom) = plt.subplots(
        2, 1, figsize=(5.6, 6), height_ratios=(6, 5)
    )
    grid = np.linspace(-2.4, 5.4, 300)
    top.plot(grid, loss(grid), "-", color="0.55", lw=1)
    ball = path(0.9)
    found = ball[:, 0]
    for place in (4.4, 2.84, 2.3, 0.9):  # slope, dip, uphill, beyond
        i = np.argmax(found <= place)
        w, m = ball[i]
        top.plot(w, loss(w), "o", ms=8, color="C0", zorder=3)
        moves = (-LR * slope(w), "C1", 0.4), (0.9 * m, "C2", 0.75)
        for move, color, up in moves:
            start = (w, loss(w) + up + 0.8 * (place == 2.3))
            if abs(move) < 0.004:
                top.plot(*start, "x", color=color, ms=6)
                continue
            arrow = {"arrowstyle": "-|>", "color": color, "lw": 1.8}
            arrow |= {"shrinkA": 0, "shrinkB": 0, "mutation_scale": 10}
            end = (w + STRETCH * move, start[1])
            top.annotate("", end, start, arrowprops=arrow)
    top.plot([], [], "-", color="C1", label=text["gradient"])
    top.plot([], [], "-", color="C2", label=text["last"])
    top.text(2.9, loss(2.84) - 0.85, text["dip"], ha="center")
    top.set(xlabel="$\\theta$", ylabel=text["loss"], ylim=(-0.6, 6.6))
    top.legend(loc="upper left", handlelength=2)
    styles = ((0.0, ":"), (0.8, "-."), (0.9, "-"), (0.99, "--"))
    for color, (mu, style) in zip("3102", styles, strict=True):
        label = f"$\\mu={mu:g}$"
        bottom.plot(path(mu)[:, 0], style, color=f"C{color}", label=label)
    bottom.axhline(0, color="0.55", lw=0.7)
    bottom.set(xlabel=text["t"], ylabel="$\\theta$", xlim=(0, 240))
    bottom.legend(loc="upper right", ncols=2)
    return fig
