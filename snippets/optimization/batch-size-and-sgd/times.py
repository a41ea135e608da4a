# kind: figure
"""Time of an update and of an epoch, from the benchmark's result."""

import json
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "batch": "批次大小 $B$",
        "update": "一次更新（毫秒）",
        "epoch": "一轮（秒）",
    },
    "en": {
        "batch": "batch size $B$",
        "update": "one update (ms)",
        "epoch": "one epoch (s)",
    },
}
RESULT = Path(__file__).parents[3] / "bench" / "results" / "batch_size.json"


def draw(lang):
    text = TEXT[lang]
    rows = json.loads(RESULT.read_text("utf-8"))["devices"]["cpu"]
    sizes = [row["batch"] for row in rows]
    fig, axes = plt.subplots(2, 1, figsize=(5.2, 5), sharex=True)
    axes[0].plot(sizes, [1e3 * row["update"] for row in rows], "o-", color="C0")
    axes[1].plot(sizes, [row["epoch"] for row in rows], "s--", color="C1")
    for ax, name in zip(axes, ("update", "epoch"), strict=True):
        ax.set(xscale="log", yscale="log", ylabel=text[name])
        ax.grid(alpha=0.3)
    axes[1].set_xlabel(text["batch"])
    return fig
