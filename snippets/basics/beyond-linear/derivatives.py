# kind: figure
"""Sigmoid and ReLU, and their derivatives."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import relu, sigmoid

TEXT = {
    "zh": {"value": "函数值", "slope": "导数", "sigmoid": "Sigmoid"},
    "en": {"value": "value", "slope": "derivative", "sigmoid": "sigmoid"},
}


def draw(lang):
    text = TEXT[lang]
    z = np.linspace(-6, 6, 601)
    fig, (top, low) = plt.subplots(2, 1, figsize=(5.6, 5.4), sharex=True)
    a = sigmoid(z)
    top.plot(z, a, "-", color="C0", label=text["sigmoid"], lw=2.4)
    low.plot(z, a * (1 - a), "-", color="C0", lw=2.4)
    top.plot(z, relu(z), "--", color="C1", label="ReLU", lw=2.4)
    for side, slope in ((z[z < 0], 0), (z[z > 0], 1)):
        low.plot(side, np.full_like(side, slope), "--", color="C1", lw=2.4)
    low.axhline(0.25, color="0.55", ls=":")
    low.text(-6, 0.29, "1/4", color="0.45")
    top.set(ylabel=text["value"], ylim=(-0.2, 3))
    low.set(xlabel="$z$", ylabel=text["slope"], ylim=(-0.1, 1.15))
    top.legend(loc="upper left")
    return fig
