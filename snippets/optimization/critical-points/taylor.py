# kind: figure
"""A loss, the tangent and the parabola at one point, and their errors."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "line": "切线（只用 $g$）",
        "parabola": "抛物线（再加 $H$）",
        "error": "误差",
        "distance": "距离",
        "slope": "斜率 {}",
    },
    "en": {
        "line": "tangent ($g$ alone)",
        "parabola": "parabola ($g$ and $H$)",
        "error": "error",
        "distance": "distance",
        "slope": "slope {}",
    },
}
AT = 0.35


def loss(w):
    return np.cos(2 * w) + 0.3 * w**2


def draw(lang):
    text = TEXT[lang]
    value = loss(AT)
    g = -2 * np.sin(2 * AT) + 0.6 * AT
    h = -4 * np.cos(2 * AT) + 0.6
    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.6), height_ratios=(3, 2))
    w = np.linspace(-1.1, 1.9, 200)
    d = w - AT
    line, parabola = value + g * d, value + g * d + h * d**2 / 2
    ax = axes[0]
    ax.plot(w, loss(w), color="0.55", linestyle="-", label="$L$")
    ax.plot(w, line, "--", color="C0", label=text["line"])
    ax.plot(w, parabola, "-.", color="C1", label=text["parabola"])
    ax.plot(AT, value, "o", color="C4", zorder=4)
    ax.annotate("$\\theta'$", (AT, value), (5, 5), textcoords="offset points")
    ax.set(ylim=(-1.2, 2.6), xlabel="$\\theta$", ylabel="$L$")
    ax.legend(loc="upper right")
    s = np.geomspace(0.01, 1, 30)
    true = loss(AT + s)
    for form, color, style, slope in (
        (value + g * s, "C0", "--", 2),
        (value + g * s + h * s**2 / 2, "C1", "-.", 3),
    ):
        name = text["slope"].format(slope)
        error = np.abs(form - true)
        axes[1].loglog(s, error, style, color=color, label=name)
    axes[1].set(xlabel=text["distance"], ylabel=text["error"])
    axes[1].legend()
    return fig
