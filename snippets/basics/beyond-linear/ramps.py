# kind: figure
"""A curve of three pieces is a constant and three ramps."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.regression import ramp_sum, ramps
from chainrule.scratch.nn import ramp

EXPLORER = "knots"
TEXT = {
    "zh": {
        "curve": "曲线 = 0 + 1 + 2 + 3",
        "constant": "0：常数",
        "up": "1：上升 2",
        "down": "2：下降 3",
        "again": "3：上升 1",
    },
    "en": {
        "curve": "curve = 0 + 1 + 2 + 3",
        "constant": "0: constant",
        "up": "1: up by 2",
        "down": "2: down by 3",
        "again": "3: up by 1",
    },
}
KNOTS, VALUES = [0, 1, 3, 4], [1, 3, 0, 1]


def explore():
    return {"units": "ramp", "knots": KNOTS, "values": VALUES}


def draw(lang):
    text = TEXT[lang]
    w, b, c, b0 = ramps(KNOTS, VALUES)
    x = np.linspace(-0.8, 5, 400)
    fig, (top, low) = plt.subplots(
        2, 1, figsize=(5.6, 5.2), sharex=True, height_ratios=(1, 1.5)
    )
    y = ramp_sum(x, w, b, c, b0)
    top.plot(x, y, "-", color="C1", lw=2.6)
    top.plot(KNOTS, VALUES, "o", color="C1")
    top.set(ylabel="$y$", title=text["curve"], ylim=(-0.4, 3.5))
    low.plot(x, np.full_like(x, b0), ":", color="C4", lw=2.2)
    names = ("constant", "up", "down", "again")
    styles = ("-", "--", "-.")
    for i in range(3):
        part = c[i] * ramp(w[i] * x + b[i])
        low.plot(x, part, styles[i], color=("C0", "C2", "C3")[i], lw=2.2)
    for name, at, color in zip(
        names,
        ((3.9, 1.2, "bottom"), (2.2, 2.1, "bottom"), (3.2, -2.85, "bottom"), 0),
        ("C4", "C0", "C2", "C3"),
        strict=True,
    ):
        where = at or (4.0, 0.1, "top")
        low.text(*where[:2], text[name], color=color, va=where[2])
    low.set(xlabel="$x$", ylabel="$y$", ylim=(-3.9, 3))
    return fig
