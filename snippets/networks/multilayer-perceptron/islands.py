# kind: figure
"""What one, two and three folding layers draw on the plane."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "first": "折一次",
        "second": "折两次",
        "third": "折三次",
        "folds": "折痕",
    },
    "en": {
        "first": "one fold",
        "second": "two folds",
        "third": "three folds",
        "folds": "folds",
    },
}


def draw(lang):
    text = TEXT[lang]
    line = np.linspace(-1, 1, 401)
    fig, axes = plt.subplots(1, 3, figsize=(6.4, 2.7), sharey=True)
    names = ("first", "second", "third")
    for folds, (ax, name) in enumerate(zip(axes, names, strict=True), 1):
        v = np.abs(line)
        creases = [0.0]
        for n in range(1, folds):
            v = np.abs(v - 0.5**n)
        for n in range(1, folds):
            odd = np.arange(1, 2**n, 2) / 2**n
            creases += [*odd, *-odd]
        z = 1.3 * 0.5**folds - v[:, None] - v
        ax.contourf(line, line, z, [0, 9], colors=["C0"], alpha=0.75)
        for at in creases:
            first = at == 0
            look = {"color": "C1", "ls": "--", "lw": 1.4 if first else 0.8}
            ax.axvline(at, **look)
            ax.axhline(at, **look)
        ax.set(title=text[name], aspect="equal", xticks=[-1, 0, 1])
        ax.set_yticks([-1, 0, 1])
        ax.set_xlabel("$x_1$")
    axes[0].set_ylabel("$x_2$", rotation=0)
    return fig
