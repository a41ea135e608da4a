# kind: figure
"""Binary cross-entropy against the probability; three losses of a score."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "y": "类别 1 的概率 $y$",
        "loss": "损失",
        "z": "$tz$，$t = \\pm 1$",
        "names": ("0-1 损失", "合页损失", "$\\log_2(1 + e^{-tz})$"),
    },
    "en": {
        "y": "probability $y$ of class 1",
        "loss": "loss",
        "z": "$tz$, $t = \\pm 1$",
        "names": ("0-1 loss", "hinge", "$\\log_2(1 + e^{-tz})$"),
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, (left, right) = plt.subplots(1, 2, figsize=(5.8, 3.5), sharey=True)
    y = np.linspace(0.001, 0.999, 600)
    left.plot(y, -np.log(y), color="C0", label="$t = 1$: $-\\ln y$")
    left.plot(
        y, -np.log(1 - y), "--", color="C1", label="$t = 0$: $-\\ln(1-y)$"
    )
    left.set(xlabel=text["y"], ylabel=text["loss"], ylim=(0, 5.2))
    left.legend(loc="upper center")
    z = np.linspace(-3, 3, 601)
    losses = (
        np.where(z < 0, 1.0, np.where(z > 0, 0.0, np.nan)),
        np.maximum(0, 1 - z),
        np.logaddexp(0, -z) / np.log(2),
    )
    for n, (loss, name) in enumerate(zip(losses, text["names"], strict=True)):
        right.plot(z, loss, color=f"C{n + 2}", label=name)
    right.set(xlabel=text["z"])
    right.legend(loc="upper right")
    for ax in (left, right):
        ax.grid(lw=0.5)
    return fig
