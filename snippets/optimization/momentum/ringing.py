# kind: figure
"""Momentum rings across the ravine, Nesterov's gradient ahead damps it."""

import matplotlib.pyplot as plt

from chainrule.scratch.optim import momentum, nesterov_look_ahead

TEXT = {
    "zh": {
        "momentum": "动量",
        "nesterov": "Nesterov",
        "steep": "陡的方向：$\\eta\\lambda=0.6$",
        "flat": "平的方向：$\\eta\\lambda=0.01$",
        "t": "步数",
    },
    "en": {
        "momentum": "momentum",
        "nesterov": "Nesterov",
        "steep": "steep direction: $\\eta\\lambda=0.6$",
        "flat": "flat direction: $\\eta\\lambda=0.01$",
        "t": "step",
    },
}


def run(look_ahead, sharpness, steps=80):
    w, m, path = 1.0, 0.0, [1.0]
    for _ in range(steps):
        if look_ahead:
            w, m = nesterov_look_ahead(lambda w: w, w, m, sharpness, 0.9)
        else:
            w, m = momentum(w, w, m, sharpness, 0.9)
        path.append(w)
    return path


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 4.6), sharex=True)
    for ax, name, sharpness in zip(
        axes, ("steep", "flat"), (0.6, 0.01), strict=True
    ):
        for method, look_ahead, style in (
            ("momentum", False, "-"),
            ("nesterov", True, "--"),
        ):
            ax.plot(run(look_ahead, sharpness), style, label=text[method])
        ax.axhline(0, color="0.55", lw=0.7)
        ax.set(title=text[name], ylabel="$\\theta$", xlim=(0, 80))
    axes[1].set_xlabel(text["t"])
    axes[0].legend(loc="upper right", ncols=2)
    return fig
