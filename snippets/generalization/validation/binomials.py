# kind: figure
"""What two models of 0.90 and 0.92 may score on test sets of three sizes."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"x": "测得的准确率", "n": "$N = {}$", "p": "真实准确率 {}"},
    "en": {"x": "measured accuracy", "n": "$N = {}$", "p": "true accuracy {}"},
}


def law(p, n):
    """Probabilities of 0, …, n right answers."""
    x = np.arange(n + 1)
    logs = np.concatenate([[0], np.log(np.arange(1, n + 1)).cumsum()])
    ways = logs[n] - logs - logs[::-1]
    return np.exp(ways + x * np.log(p) + (n - x) * np.log(1 - p))


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(3, 1, figsize=(4.8, 5.2), sharex=True)
    for ax, n in zip(axes, (100, 1000, 5000), strict=True):
        at = np.arange(n + 1) / n
        near = (at > 0.795) & (at < 0.995)
        for p, color, style in ((0.9, "C0", "-"), (0.92, "C1", "--")):
            height = law(p, n)[near]
            label = text["p"].format(f"{p:.2f}")
            ax.plot(
                at[near],
                height,
                style,
                color=color,
                lw=1.8,
                label=label,
                drawstyle="steps-mid" if n == 100 else "default",
            )
            ax.fill_between(
                at[near],
                height,
                color=color,
                alpha=0.2,
                lw=0,
                step="mid" if n == 100 else None,
            )
        ax.set(yticks=[], ylim=(0, None))
        ax.set_title(text["n"].format(f"{n}"), loc="left")
    axes[0].legend(loc="upper left", fontsize=9)
    axes[2].set(xlabel=text["x"], xlim=(0.8, 0.98))
    axes[2].set_xticks([0.8, 0.85, 0.9, 0.95])
    return fig
