# kind: figure
"""Two ReLUs make a ramp, and the ramp is not the sigmoid."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import ramp, relu, sigmoid

TEXT = {
    "zh": {"soft": "同一中点、同样宽的 Sigmoid", "sum": "两者之和：斜坡"},
    "en": {"soft": "a sigmoid as wide", "sum": "their sum: a ramp"},
}


def draw(lang):
    text = TEXT[lang]
    z = np.linspace(-1.5, 2.5, 401)
    fig, ax = plt.subplots()
    ax.plot(z, relu(z), "--", color="C0", label=r"$\max(0, z)$")
    ax.plot(z, -relu(z - 1), "-.", color="C2", label=r"$-\max(0, z-1)$")
    ax.plot(z, ramp(z), "-", color="C1", lw=3, label=text["sum"])
    soft = sigmoid((z - 0.5) / 0.177)
    ax.plot(z, soft, ":", color="C3", lw=2.2, label=text["soft"])
    ax.set(xlabel="$z$", ylabel="$y$", ylim=(-1.6, 2.6))
    ax.legend(loc="upper left")
    return fig
