# kind: figure
"""Seconds of an epoch of 60,000 pictures, from the benchmark's result."""

import json
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "batch": "批次大小 $B$",
        "seconds": "一轮（秒）",
        "ours": "本章，NumPy",
        "torch": "PyTorch",
        "torch fused": "PyTorch，fused",
    },
    "en": {
        "batch": "batch size $B$",
        "seconds": "one epoch (s)",
        "ours": "this chapter, NumPy",
        "torch": "PyTorch",
        "torch fused": "PyTorch, fused",
    },
}
RESULT = Path(__file__).parents[3] / "bench" / "results" / "mnist.json"


def draw(lang):
    text = TEXT[lang]
    rows = json.loads(RESULT.read_text("utf-8"))["equal epochs"]
    fig, ax = plt.subplots(figsize=(5.4, 3.2))
    place = np.arange(len(rows))
    hatches = ("", "//", "..")
    for k, name in enumerate(("ours", "torch", "torch fused")):
        seconds = [row["seconds"][name] for row in rows]
        bars = ax.bar(place + 0.26 * (k - 1), seconds, 0.24, color=f"C{k}")
        for bar in bars:
            bar.set_hatch(hatches[k])
        bars.set_label(text[name])
        ax.bar_label(bars, [f"{value:.2f}" for value in seconds], fontsize=9)
    ax.set_xticks(place, [row["batch"] for row in rows])
    ax.set(xlabel=text["batch"], ylabel=text["seconds"])
    ax.legend()
    return fig
