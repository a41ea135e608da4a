# kind: figure
"""Copies of one sigmoid add up to softplus, and that to a ReLU nearly."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import relu, sigmoid

TEXT = {
    "zh": {
        "copies": "平移 0.5、1.5、2.5 等的 Sigmoid",
        "sum": "它们的和",
        "softplus": "softplus",
    },
    "en": {
        "copies": "sigmoids, shifted by 0.5, 1.5, 2.5, ...",
        "sum": "their sum",
        "softplus": "softplus",
    },
}


def draw(lang):
    text = TEXT[lang]
    z, i = np.linspace(-4, 6, 501), np.arange(1, 60)
    copies = sigmoid(z[:, None] - i + 0.5)
    fig, (top, low) = plt.subplots(
        2, 1, figsize=(5.6, 5.4), sharex=True, height_ratios=(1, 1.8)
    )
    for k in range(6):
        top.plot(z, copies[:, k], "-", color="C0", lw=1.6 - 0.15 * k)
    top.set(title=text["copies"], ylim=(-0.05, 1.1), yticks=(0, 0.5, 1))
    low.plot(z, copies.sum(axis=1), "-", color="C0", lw=4, label=text["sum"])
    softplus = np.logaddexp(0, z)
    low.plot(z, softplus, "--", color="C1", lw=1.8, label=text["softplus"])
    low.plot(z, relu(z), ":", color="C2", lw=2.2, label="ReLU")
    low.set(xlabel="$z$", xlim=(-4, 6), ylim=(-0.3, 6.2))
    low.legend(loc="upper left")
    return fig
