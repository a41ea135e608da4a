# kind: figure
"""The sigmoid and two hard sigmoids, and how far they are apart."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import hardsigmoid, sigmoid

TEXT = {
    "zh": {
        "soft": "Sigmoid",
        "theano": "斜率 1/5（笔记 E、Keras 2）",
        "torch": "斜率 1/6（PyTorch）",
        "gap": "与 Sigmoid 之差",
    },
    "en": {
        "soft": "sigmoid",
        "theano": "slope 1/5 (note E, Keras 2)",
        "torch": "slope 1/6 (PyTorch)",
        "gap": "minus the sigmoid",
    },
}


def draw(lang):
    text = TEXT[lang]
    z = np.linspace(-6, 6, 601)
    fig, (top, low) = plt.subplots(
        2, 1, figsize=(5.6, 5.2), sharex=True, height_ratios=(1.5, 1)
    )
    top.plot(z, sigmoid(z), "-", color="C0", lw=2.6, label=text["soft"])
    low.axhline(0, color="C0", lw=1.4)
    for name, slope, color, style in (
        ("theano", 1 / 5, "C1", "--"),
        ("torch", 1 / 6, "C2", "-."),
    ):
        hard = hardsigmoid(z, slope)
        top.plot(z, hard, style, color=color, label=text[name])
        low.plot(z, hard - sigmoid(z), style, color=color)
    top.set(ylabel="$y$")
    top.legend(loc="upper left")
    top.set_ylim(-0.05, 1.35)
    low.set(xlabel="$z$", ylabel=text["gap"])
    return fig
