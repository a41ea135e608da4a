# kind: figure
"""How many times longer the rivals take, from the last run of the bench."""

import json
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "transformer": "Transformer 的 145 个张量",
        "one tensor": "一个大张量",
        "x": "用时是我们的几倍（对数）",
        "ours": "我们",
    },
    "en": {
        "transformer": "145 tensors of a Transformer",
        "one tensor": "one large tensor",
        "x": "time in units of ours (logarithmic)",
        "ours": "ours",
    },
}
RESULT = Path(__file__).parents[3] / "bench/results/optimizers.json"
MARKERS = "os^Dv<>Ph*"
PATHS = "default", "foreach", "fused"  # of torch
PACKAGES = {"kozistr": "pytorch-optimizer"}


def draw(lang):
    text = TEXT[lang]
    result = json.loads(RESULT.read_text("utf-8"))["settings"]["installed"]
    rivals = dict.fromkeys(k for row in result for k in row if k[:2] == "x ")
    sets = list(dict.fromkeys(row["set"] for row in result))
    names = list(dict.fromkeys(row["optimizer"] for row in result))
    fig, axes = plt.subplots(len(sets), 1, figsize=(5, 13.88), sharex=True)
    for ax, title in zip(axes, sets, strict=True):
        own = [row for row in result if row["set"] == title]
        for n, rival in enumerate(rivals):
            points = [
                (row[rival], names.index(row["optimizer"]))
                for row in own
                if rival in row
            ]
            mark = MARKERS[n % len(MARKERS)]
            name = PACKAGES.get(rival[2:], rival[2:])
            label = f"torch {name}" if name in PATHS else name
            style = {"color": f"C{n % 5}", "label": label}
            ax.plot(*zip(*points, strict=True), mark, alpha=0.8, **style)
        ax.axvline(1, color="0.5", lw=1)
        ax.set_yticks(range(len(names)), names)
        ax.invert_yaxis()
        ax.set_xscale("log")
        ax.set_title(text.get(title, title))
    ticks = [0.5, 1, 2, 5, 10, 20]
    axes[-1].set_xticks(ticks, [f"{x:g}" for x in ticks])
    axes[-1].minorticks_off()
    axes[-1].set_xlabel(text["x"])
    handles, labels = axes[0].get_legend_handles_labels()
    fig.legend(handles, labels, loc="outside upper center", ncols=3)
    return fig
