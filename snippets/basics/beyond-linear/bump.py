# kind: figure
"""Three sigmoids and a constant add up to a smooth curve."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import sigmoid

TEXT = {
    "zh": {"sum": "和", "parts": "各单元与常数", "constant": "常数 $b$"},
    "en": {"sum": "sum", "parts": "units", "constant": "constant $b$"},
}
# w, b and c of each unit: up at 1, down at 3, up at 5.
UNITS = ((4, -4, 2), (4, -12, -3), (4, -20, 1.5))
CONSTANT = 1.0


def draw(lang):
    text = TEXT[lang]
    x = np.linspace(-0.5, 7, 400)
    fig, (top, low) = plt.subplots(
        2, 1, figsize=(5.6, 5.2), sharex=True, height_ratios=(1, 1.3)
    )
    parts = [c * sigmoid(w * x + b) for w, b, c in UNITS]
    top.plot(x, CONSTANT + sum(parts), "-", color="C1", lw=2.6)
    low.plot(
        x,
        np.full_like(x, CONSTANT),
        ":",
        color="C4",
        lw=2.2,
        label=text["constant"],
    )
    for i, (part, style) in enumerate(
        zip(parts, ("-", "--", "-."), strict=True)
    ):
        w, b, c = UNITS[i]
        color = ("C0", "C2", "C3")[i]
        name = rf"${c}\,\sigma({w}x - {-b})$"
        low.plot(x, part, style, color=color, lw=2.2, label=name)
    top.set(ylabel=text["sum"], ylim=(-0.5, 3.4))
    low.set(xlabel="$x$", ylabel=text["parts"], ylim=(-3.4, 4.6))
    low.legend(loc="upper left", ncols=2, fontsize=9)
    return fig
