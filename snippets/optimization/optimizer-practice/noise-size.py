# kind: figure
"""How the standard deviation of the added noise fades."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": "标准差 $\\sigma_t$",
    "en": "standard deviation $\\sigma_t$",
}


def draw(lang):
    t = np.arange(10_001)
    fig, ax = plt.subplots()
    for start, color, style in (
        (1.0, "C0", "-"),
        (0.3, "C1", "--"),
        (0.01, "C2", "-."),
    ):
        sigma = (start / (1 + t) ** 0.55) ** 0.5
        label = rf"$\sigma_0^2 = {start:g}$"
        ax.plot(1 + t, sigma, style, color=color, label=label)
    ax.set(xscale="log", yscale="log", xlim=(1, 1e4), ylim=(5e-3, 2))
    ax.set(xlabel="$1 + t$", ylabel=TEXT[lang])
    ax.legend()
    return fig
