# kind: figure
"""The movement after the rate has fallen, in both forms."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import momentum, torch_momentum

TEXT = {
    "zh": {
        "ours": "$\\eta$ 在缓冲区里（笔记）",
        "torch": "$\\eta$ 在缓冲区外（torch）",
        "t": "步数 $t$",
        "size": "移动的大小 $|m_t|$",
        "drop": "$\\eta$ 降到十分之一",
    },
    "en": {
        "ours": "$\\eta$ inside the buffer (notes)",
        "torch": "$\\eta$ outside (torch)",
        "t": "step $t$",
        "size": "size of the movement $|m_t|$",
        "drop": "$\\eta$ falls to a tenth",
    },
}


def draw(lang):
    text = TEXT[lang]
    fig, ax = plt.subplots()
    for method, name, style in (
        (momentum, "ours", "-"),
        (torch_momentum, "torch", "--"),
    ):
        w, buffer, path = 0.0, 0.0, [0.0]
        for t in range(80):
            lr = 0.1 if t < 40 else 0.01
            w, buffer = method(w, 1.0, buffer, lr=lr, momentum=0.9)
            path.append(w)
        steps = np.arange(1, 81)
        ax.plot(steps, -np.diff(path), style, label=text[name])
    ax.axvline(40.5, color="0.55", lw=0.8)
    ax.text(39.5, 0.06, text["drop"], ha="right")
    ax.set(xlabel=text["t"], ylabel=text["size"], ylim=(0, 1.15), xlim=(1, 80))
    ax.legend(loc="upper right")
    return fig
