# kind: figure
"""Two bells over one feature, and the posterior below them."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import normal_pdf

TEXT = {
    "zh": {
        "x": "$x$",
        "joint": "$p(x \\mid C)\\,P(C)$",
        "p": "$P(C_{1} \\mid x)$",
        "same": "方差相同",
        "other": "方差不同",
    },
    "en": {
        "x": "$x$",
        "joint": "$p(x \\mid C)\\,P(C)$",
        "p": "$P(C_{1} \\mid x)$",
        "same": "one variance",
        "other": "two variances",
    },
}


def draw(lang):
    text = TEXT[lang]
    x = np.linspace(-5, 6, 400)
    fig, axes = plt.subplots(
        2, 2, figsize=(5.8, 4.2), sharex=True, sharey="row"
    )
    for column, (name, std) in enumerate((("same", 1.0), ("other", 2.2))):
        one = 0.6 * normal_pdf(x, 1.5, 1.0)
        two = 0.4 * normal_pdf(x, -0.5, std)
        p = one / (one + two)
        top, bottom = axes[:, column]
        top.plot(x, one, label="$C_{1}$")
        top.plot(x, two, label="$C_{2}$")
        bottom.plot(x, p, color="C3", ls="-")
        bottom.axhline(0.5, color="0.55", lw=0.8, ls=":")
        for at in x[:-1][np.diff(p > 0.5)]:
            for ax in (top, bottom):
                ax.axvline(at, color="0.55", lw=0.9, ls="--")
        top.set_title(text[name])
        bottom.set_xlabel(text["x"])
    axes[0, 0].set_ylabel(text["joint"])
    axes[1, 0].set_ylabel(text["p"])
    axes[0, 0].legend(loc="upper left")
    return fig
