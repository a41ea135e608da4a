# kind: figure
"""The loss of each epoch, one line a seed, and the floor of label smoothing."""

import json
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "x": "轮",
        "y": "训练损失",
        "floor": "标签平滑的下界",
        "seeds": "{} 个种子，每个一条",
    },
    "en": {
        "x": "epoch",
        "y": "training loss",
        "floor": "floor of label smoothing",
        "seeds": "{} seeds, a line each",
    },
}
RESULT = Path(__file__).parents[3] / "bench/results/dates.json"
SMOOTHING = 0.1


def floor(classes, smoothing=SMOOTHING):
    """The entropy of the smoothed target, where the cross-entropy ends."""
    rest = smoothing / classes
    right = 1 - smoothing + rest
    return -right * np.log(right) - (classes - 1) * rest * np.log(rest)


def draw(lang):
    text = TEXT[lang]
    runs = json.loads(RESULT.read_text("utf-8"))["runs"]
    fig, ax = plt.subplots(figsize=(5.2, 3.4))
    for n, run in enumerate(runs):
        epochs = np.arange(1, len(run["loss"]) + 1)
        name = text["seeds"].format(len(runs)) if n == 0 else None
        ax.semilogy(epochs, run["loss"], "C0o-", ms=3, lw=0.8, label=name)
    ax.axhline(
        floor(runs[0]["vocabulary"]),
        color="0.5",
        ls="--",
        lw=1,
        label=text["floor"],
    )
    ax.set(xlabel=text["x"], ylabel=text["y"])
    ticks = [0.75, 1, 1.5, 2]
    ax.set_yticks(ticks, [f"{tick:g}" for tick in ticks])
    ax.minorticks_off()
    ax.legend()
    return fig
