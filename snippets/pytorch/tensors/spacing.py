# kind: figure
"""How far apart neighbouring floating-point numbers are."""

import math

import matplotlib.pyplot as plt
import torch

TEXT = {
    "zh": {"x": "数的大小 $|x|$", "y": "到下一个数的距离", "whole": "距离为 1"},
    "en": {
        "x": "size of the number $|x|$",
        "y": "distance to the next number",
        "whole": "distance 1",
    },
}
DTYPES = (torch.bfloat16, torch.float16, torch.float32, torch.float64)


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots(figsize=(5.6, 4.2))
    styles = ("-", "--", "-.", ":")
    for k, (dtype, style) in enumerate(zip(DTYPES, styles, strict=True)):
        info = torch.finfo(dtype)
        x, y = [], []
        for power in range(-14, 28):
            if 2.0 ** (power + 1) <= info.max * 1.01:
                x += [2.0**power, 2.0 ** (power + 1)]
                y += [info.eps * 2.0**power] * 2
        name = str(dtype)[6:]
        ax.loglog(x, y, style, color=f"C{k}", label=name)
        whole = 2.0 ** (1 - math.log2(info.eps))
        if whole < 2.0**28:
            ax.plot(whole, 1, "o", color=f"C{k}", ms=5)
    ax.axhline(1, color="0.55", lw=0.8)
    ax.text(8e-5, 1.6, text["whole"], fontsize=10)
    ax.set(
        xlabel=text["x"], ylabel=text["y"], xlim=(6e-5, 3e8), ylim=(1e-20, 1e8)
    )
    ax.legend(loc="lower right")
    return fig
