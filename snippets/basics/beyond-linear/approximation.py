# kind: figure
"""A smooth curve by 4, 8 and 16 pieces, and how the error falls."""

from functools import cache

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.regression import ramp_sum, ramps

TEXT = {
    "zh": {
        "pieces": "段数 $K$",
        "error": "最大误差",
        "smooth": "光滑曲线 $\\sin x$",
        "measured": "测得",
        "bound": "上界 $h^2/8$",
        "of": "{} 段",
    },
    "en": {
        "pieces": "number of pieces $K$",
        "error": "largest error",
        "smooth": "smooth curve $\\sin x$",
        "measured": "measured",
        "bound": "bound $h^2/8$",
        "of": "{} pieces",
    },
}


def interpolant(x, pieces):
    knots = np.linspace(0, 2 * np.pi, pieces + 1)
    return ramp_sum(x, *ramps(knots, np.sin(knots)))


@cache
def errors(many):
    x = np.linspace(0, 2 * np.pi, 20_001)
    return [np.abs(np.sin(x) - interpolant(x, K)).max() for K in many]


def draw(lang):
    text = TEXT[lang]
    fig, (top, low) = plt.subplots(2, 1, figsize=(5.6, 6))
    x = np.linspace(0, 2 * np.pi, 601)
    top.plot(x, np.sin(x), "-", color="0.55", lw=4, label=text["smooth"])
    for pieces, color, style in ((4, "C0", "--"), (8, "C1", "-.")):
        y, label = interpolant(x, pieces), text["of"].format(pieces)
        top.plot(x, y, style, color=color, label=label)
    y, label = interpolant(x, 16), text["of"].format(16)
    top.plot(x, y, "-", color="C2", lw=1.4, label=label)
    top.set(xlabel="$x$", ylabel="$y$")
    top.legend()
    many = 2 ** np.arange(2, 11)
    bound = (2 * np.pi / many) ** 2 / 8
    low.loglog(many, bound, "-", color="0.55", label=text["bound"])
    measured = errors(tuple(many))
    low.loglog(many, measured, "o", color="C1", label=text["measured"])
    low.set(xlabel=text["pieces"], ylabel=text["error"])
    low.set_xticks(many, [str(K) for K in many])
    low.minorticks_off()
    low.legend()
    return fig
