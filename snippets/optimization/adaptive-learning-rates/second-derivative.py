# kind: figure
"""Slopes of parabolas: their root mean square against curvature and range."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "curvature": "范围相同",
        "range": "二阶导数相同",
        "x": "到最低点的距离 $|x-x^*|$",
        "y": "$|f'(x)|$",
        "rms": "均方根",
    },
    "en": {
        "curvature": "same range",
        "range": "same second derivative",
        "x": "distance $|x-x^*|$",
        "y": "$|f'(x)|$",
        "rms": "RMS",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(1, 2, figsize=(5.6, 3.4), sharey=True)
    cases = {
        "curvature": ((4, 1, "C1", "--"), (1, 1, "C0", "-")),
        "range": ((2, 1.6, "C1", "--"), (2, 0.4, "C0", "-")),
    }
    for ax, (name, lines) in zip(axes, cases.items(), strict=True):
        for second, width, color, style in lines:
            x = np.linspace(0, width, 9)
            label = f"$f''={second}$, $|x-x^*|\\leq {width}$"
            ax.plot(
                x, second * x, style, color=color, label=label, marker="o", ms=4
            )
            rms = np.sqrt(np.mean((second * x) ** 2))
            ax.axhline(rms, color=color, ls=":", lw=1.2)
            ax.text(1.62, rms + 0.06, text["rms"], color=color, ha="right")
        ax.set(title=text[name], xlabel=text["x"], xlim=(0, 1.65))
        ax.legend(loc="upper left")
    axes[0].set(ylabel=text["y"], ylim=(0, 5.6))
    return fig
