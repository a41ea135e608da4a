# kind: figure
"""The delta of an output neuron whose target is 1, for two losses."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import sigmoid, sigmoid_derivative

TEXT = {
    "zh": {
        "u": "净输入 $u$（目标 $t=1$）",
        "square": "平方误差一半：$(y-1)\\,\\sigma'(u)$",
        "cross": "$E=-\\ln y$：$y-1$",
        "wrong": "错得最厉害，\n平方误差却几乎\n不推它",
    },
    "en": {
        "u": "net input $u$ (target $t=1$)",
        "square": "half squared error: $(y-1)\\,\\sigma'(u)$",
        "cross": "cross-entropy, $E=-\\ln y$: $y-1$",
        "wrong": "most wrong, and the\nsquared error hardly\npushes",
    },
}


def draw(lang):
    text = TEXT[lang]
    u = np.linspace(-8, 8, 321)
    error = sigmoid(u) - 1
    fig, ax = plt.subplots(figsize=(5.6, 3.3))
    ax.plot(u, error, "-", color="C0", label=text["cross"])
    square = error * sigmoid_derivative(u)
    ax.plot(u, square, "--", color="C1", label=text["square"])
    ax.annotate(
        text["wrong"],
        (-6.5, -0.01),
        (-7.8, -0.42),
        va="center",
        arrowprops={"arrowstyle": "->", "color": "0.5"},
    )
    ax.set(xlabel=text["u"], ylabel=r"$\delta = \partial E/\partial u$")
    ax.legend(loc="lower right")
    return fig
