# kind: figure
"""What the last cross-attention looks at while two dates are written."""

import json
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"x": "读到的字符", "y": "写出的字符"},
    "en": {"x": "character read", "y": "character written"},
}
RESULT = Path(__file__).parents[3] / "bench/results/dates.json"


def draw(lang):
    text = TEXT[lang]
    pictures = json.loads(RESULT.read_text("utf-8"))["pictures"]
    fig, axes = plt.subplots(2, 1, figsize=(5.2, 6.8))
    for ax, picture in zip(axes, pictures, strict=True):
        weights = np.mean(picture["weights"], axis=0)  # over the heads
        read = ["[", *picture["text"], "]"]
        written = [*picture["written"], "]"]
        ax.imshow(weights, vmin=0)
        ax.set_xticks(range(len(read)), read, fontsize=10)
        ax.set_yticks(range(len(written)), written, fontsize=10)
        ax.set(ylabel=text["y"], aspect="auto")
        ax.tick_params(length=0)
    axes[-1].set_xlabel(text["x"])
    return fig
