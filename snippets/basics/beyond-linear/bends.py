# kind: figure
"""Four ReLUs and a constant add up to a curve of three pieces."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.regression import relu_sum, relus
from chainrule.scratch.nn import relu

EXPLORER = "knots"
TEXT = {
    "zh": {"sum": "和", "parts": "各 ReLU", "constant": "常数"},
    "en": {"sum": "sum", "parts": "ReLUs", "constant": "constant"},
}
KNOTS, VALUES = [0, 1, 3, 4], [1, 3, 0, 1]


def explore():
    return {"units": "relu", "knots": KNOTS, "values": VALUES}


def draw(lang):
    text = TEXT[lang]
    w, b, c, b0 = relus(KNOTS, VALUES)
    x = np.linspace(-0.6, 5, 500)
    fig, (top, low) = plt.subplots(
        2, 1, figsize=(5.6, 5.4), sharex=True, height_ratios=(1, 1.5)
    )
    top.plot(x, relu_sum(x, w, b, c, b0), "-", color="C1", lw=2.6)
    top.plot(KNOTS, VALUES, "o", color="C1")
    for knot in KNOTS:
        low.axvline(knot, color="0.8", lw=0.8)
    styles = ("-", "--", "-.", (0, (1, 1)))
    colors = ("C0", "C2", "C3", "C4")
    for i in range(4):
        name = rf"${c[i]:g}\,\max(0, x - {KNOTS[i]})$"
        part = c[i] * relu(w[i] * x + b[i])
        low.plot(x, part, ls=styles[i], color=colors[i], lw=2.2, label=name)
    top.set(ylabel=text["sum"], ylim=(-0.4, 3.5))
    low.set(xlabel="$x$", ylabel=text["parts"], ylim=(-11, 11))
    low.legend(loc="lower left", fontsize=9)
    return fig
