# kind: figure
"""The slope of the last state with respect to a state so many steps before."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"x": "相隔的步数", "y": "$\\partial h_T / \\partial h_t$ 的大小"},
    "en": {
        "x": "steps between",
        "y": "size of $\\partial h_T / \\partial h_t$",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(4.8, 3.6))
    steps = np.arange(51)
    for w, style in ((1.1, "--"), (1.0, "-"), (0.9, "-."), (0.5, ":")):
        ax.semilogy(steps, w**steps, style, label=f"$w = {w}$")
    h, slope, slopes = 0.5, 1.0, [1.0]
    for _ in steps[1:]:
        h = np.tanh(1.1 * h)
        slope *= 1.1 * (1 - h**2)
        slopes.append(slope)
    label = "$w = 1.1$, tanh" if lang == "en" else "$w = 1.1$，tanh"
    ax.semilogy(steps, slopes, lw=2.6, alpha=0.7, label=label)
    ax.set(xlabel=text["x"], ylabel=text["y"], ylim=(1e-6, 1e7))
    ax.legend(ncols=2, fontsize=10, loc="upper left")
    return fig
