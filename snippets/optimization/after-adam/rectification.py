# kind: figure
"""RAdam's factor over the steps, beside a linear warm-up of 2/(1-β₂) steps."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "t": "步数 $t$",
        "r": "Adam 步长的倍数",
        "linear": "线性预热，2000 步",
        "radam": "RAdam 的 $r_t$",
        "before": "动量，无 $v$",
    },
    "en": {
        "t": "step $t$",
        "r": "factor of Adam's step",
        "linear": "linear warm-up, 2000 steps",
        "radam": "$r_t$ of RAdam",
        "before": "momentum, no $v$",
    },
}


def draw(lang):
    text = TEXT[lang]
    t = np.arange(1, 20_001.0)
    power = 0.999**t
    top = 2 / (1 - 0.999) - 1
    rho = top - 2 * t * power / (1 - power)
    good = rho > 4
    a = rho[good]
    r = ((a - 4) * (a - 2) * top / ((top - 4) * (top - 2) * a)) ** 0.5
    fig, ax = plt.subplots()
    ax.semilogx(t[good], r, color="C0", label=text["radam"])
    ramp = np.minimum(1, t / 2000)
    ax.semilogx(t, ramp, "--", color="C1", label=text["linear"])
    ax.axvspan(1, 4.5, color="0.5", alpha=0.2, lw=0)
    ax.text(1.15, 0.5, text["before"], rotation=90, va="center")
    for first, name in ((5, "$\\rho > 4$: 5"), (6, "$\\rho > 5$: 6")):
        place = first, r[first - 5]
        ax.plot(*place, "o", color="C0", ms=5)
        shift = (-4, 42) if first == 5 else (-2, 24)
        ax.annotate(name, place, shift, textcoords="offset points")
    ax.set(xlabel=text["t"], ylabel=text["r"], xlim=(1, 2e4), ylim=(0, 1.04))
    ax.legend(loc="upper left", bbox_to_anchor=(0.12, 1))
    return fig
