# kind: figure
"""ReLU's corner: every line with a slope from 0 to 1 stays below it."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        0: "斜率 0：torch.relu，本站",
        0.5: "斜率 1/2：torch.maximum",
        1: "斜率 1：笔记 C，clamp",
    },
    "en": {
        0: "slope 0: torch.relu, these pages",
        0.5: "slope 1/2: torch.maximum",
        1: "slope 1: note C, clamp",
    },
}


def draw(lang):
    fig, ax = plt.subplots(figsize=(5.6, 3.2))
    z = np.array([-2.0, 2.0])
    ax.fill(
        [-2, 0, -2], [0, 0, -2], color="C4", alpha=0.16, lw=0
    )  # where all those lines run
    ax.fill([2, 0, 2], [0, 0, 2], color="C4", alpha=0.16, lw=0)
    ax.plot([-2, 0, 2], [0, 0, 2], "-", color="C0", lw=3, label="ReLU")
    looks = ((0, "C3", ":"), (0.5, "C2", "-."), (1, "C1", "--"))
    for slope, color, style in looks:
        label = TEXT[lang][slope]
        ax.plot(z, slope * z, style, color=color, lw=1.8, label=label)
    ax.set(xlabel="$z$", xlim=(-2, 2), ylim=(-2, 2))
    ax.set(xticks=(-2, -1, 0, 1, 2), yticks=(-2, -1, 0, 1, 2))
    ax.legend(loc="upper left")
    return fig
