# kind: figure
"""Each further layer doubles the teeth; what the same costs in one layer."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.deep import pieces, sawtooth

TEXT = {
    "zh": {
        "layers": "{} 层，{} 段",
        "pieces": "段数",
        "parameters": "参数个数",
        "deep": "每层两个 ReLU，层层叠加",
        "flat": "一层，每段一个 ReLU",
    },
    "en": {
        "layers": "depth {}, {} pieces",
        "pieces": "number of pieces",
        "parameters": "number of parameters",
        "deep": "two ReLUs a layer, more layers",
        "flat": "one layer, a ReLU for each piece",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig = plt.figure(figsize=(5.6, 5.6))
    grid = fig.add_gridspec(2, 3, height_ratios=(1, 1.9))
    for column, depth in enumerate((1, 2, 4)):
        ax = fig.add_subplot(grid[0, column])
        x, y = pieces(sawtooth(depth), 0, 1)
        ax.plot(x, y, "-", color="C0", lw=1.6)
        title = text["layers"].format(depth, len(x) - 1)
        ax.set_title(title, fontsize=10)
        ax.set(xticks=[0, 1], yticks=[0, 1], xlabel="$x$")
    ax = fig.add_subplot(grid[1, :])
    depths = np.arange(1, 9)
    teeth = 2**depths
    ax.loglog(teeth, 6 * depths + 1, "o-", color="C0", label=text["deep"])
    flat = 3 * teeth + 1  # one ReLU for each piece
    ax.loglog(teeth, flat, "s--", color="C1", label=text["flat"])
    ax.set(xlabel=text["pieces"], ylabel=text["parameters"])
    ax.set_xticks(teeth, [str(n) for n in teeth])
    ax.minorticks_off()
    ax.set_yticks([10, 100], ["10", "100"])
    ax.legend()
    return fig
