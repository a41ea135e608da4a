# kind: figure
"""Gradients over the depth of a stack, from the numbers beside it."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "first": "第一个 block",
        "last": "最后一个 block",
        "blocks": "block 的个数",
        "gradient": "梯度的范数",
        "plain": "都没有",
        "residual": "只有残差",
        "norm": "只有归一化",
        "post": "后归一化",
        "pre": "前归一化",
    },
    "en": {
        "first": "first block",
        "last": "last block",
        "blocks": "blocks",
        "gradient": "norm of gradient",
        "plain": "neither",
        "residual": "residual alone",
        "norm": "norm alone",
        "post": "post-norm",
        "pre": "pre-norm",
    },
}
NUMBERS = Path(__file__).with_name("depth.out")
LOOKS = {
    "plain": ("C4", "v", ":"),
    "residual": ("C3", "^", "-."),
    "norm": ("C2", "D", ":"),
    "post": ("C0", "o", "-"),
    "pre": ("C1", "s", "--"),
}


def draw(lang):
    text = TEXT[lang]
    with NUMBERS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if line[0] != "#"))
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 6.2), sharex=True)
    for ax, end in zip(axes, ("first", "last"), strict=True):
        for kind, (color, marker, line) in LOOKS.items():
            if end == "last" and kind not in ("post", "pre"):
                continue
            own = [r for r in rows if r["arrangement"] == kind]
            x = [int(r["blocks"]) for r in own]
            middle, low, high = (
                [float(r[key]) for r in own]
                for key in (end, f"{end}_low", f"{end}_high")
            )
            look = {"color": color, "marker": marker, "ls": line}
            ax.plot(x, middle, label=text[kind], ms=5, lw=1.4, **look)
            ax.fill_between(x, low, high, color=color, alpha=0.22, lw=0)
        ax.set(title=text[end], ylabel=text["gradient"])
    axes[0].set(yscale="log", ylim=(1e-13, 1e16))
    axes[1].set(ylim=(0, None), xlabel=text["blocks"], xticks=[2, 4, 8, 16, 24])
    axes[0].legend(fontsize=9.5, ncols=2, loc="upper left")
    axes[1].legend(fontsize=9.5, loc="upper left")
    return fig
