# kind: figure
"""Eight activation functions, each with its slope."""

import math

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import leaky_relu, relu, sigmoid

TEXT = {
    "zh": {
        "f": "函数 $f(z)$",
        "slope": "斜率 $f'(z)$",
        "flat": "斜率小于 0.1",
        "sigmoid": "Sigmoid",
        "leaky": "Leaky ReLU，0.1",
        "prelu": "PReLU，$a$ 可学",
        "maxout": "Maxout，三段",
    },
    "en": {
        "f": "function $f(z)$",
        "slope": "slope $f'(z)$",
        "flat": "slope below 0.1",
        "sigmoid": "sigmoid",
        "leaky": "Leaky ReLU, 0.1",
        "prelu": "PReLU, learned $a$",
        "maxout": "maxout, three pieces",
    },
}
PIECES = ((-0.8, -1.4), (0.0, 0.2), (1.0, -0.8))  # slopes and heights at 0
Z = np.linspace(-4, 4, 1601)


def gelu(z):
    return z * (1 + np.vectorize(math.erf)(z / np.sqrt(2))) / 2


FUNCTIONS = {
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "ReLU": relu,
    "leaky": lambda z: leaky_relu(z, 0.1),
    "prelu": lambda z: leaky_relu(z, 0.4),
    "maxout": lambda z: np.max([w * z + b for w, b in PIECES], axis=0),
    "GELU": gelu,
    "SiLU": lambda z: z * sigmoid(z),
}


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(4, 2, figsize=(5.6, 8.4), sharex=True, sharey=True)
    middle = (Z[1:] + Z[:-1]) / 2
    for (name, f), ax in zip(FUNCTIONS.items(), axes.flat, strict=True):
        slope = np.diff(f(Z)) / np.diff(Z)
        slope[np.abs(np.diff(slope, append=slope[-1])) > 0.05] = np.nan
        flat = ax.fill_between(
            middle,
            -2,
            3,
            where=np.abs(slope) < 0.099,
            color="C4",
            alpha=0.16,
            lw=0,
        )
        if name == "prelu":
            for a in (-0.3, 0.1):
                ax.plot(Z[Z < 0], a * Z[Z < 0], "-", color="C0", lw=0.7)
        if name == "maxout":
            for w, b in PIECES:
                ax.plot(Z, w * Z + b, "-", color="C0", lw=0.7)
        (line,) = ax.plot(Z, f(Z), "-", color="C0", lw=2.4)
        (dashes,) = ax.plot(middle, slope, "--", color="C1", lw=1.8)
        ax.set_title(text.get(name, name))
        ax.set(xlim=(-4, 4), ylim=(-1.35, 2.6))
        ax.set(xticks=(-4, -2, 0, 2, 4), yticks=(-1, 0, 1, 2))
        ax.grid(lw=0.5)
    for ax in axes[-1]:
        ax.set_xlabel("$z$")
    fig.legend(
        (line, dashes, flat),
        (text["f"], text["slope"], text["flat"]),
        loc="outside upper center",
        ncols=3,
        columnspacing=1.2,
        handlelength=1.6,
    )
    return fig
