# kind: figure
"""Size of the first hundred steps under a constant gradient."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "with": "有偏差修正",
        "without": "没有偏差修正",
        "t": "步数 $t$",
        "size": "步长 / $\\eta$",
        "peak": "第 {} 步最大：{:.2f} 倍",
    },
    "en": {
        "with": "with bias correction",
        "without": "without",
        "t": "step $t$",
        "size": "step size / $\\eta$",
        "peak": "largest at step {}: {:.2f} times",
    },
}


def draw(lang):
    text = TEXT[lang]
    t = np.arange(1, 3001)
    ratio = (1 - 0.9**t) / np.sqrt(1 - 0.999**t)
    fig, ax = plt.subplots()
    ax.semilogx(t, ratio, label=text["without"], color="C1", linestyle="--")
    ax.semilogx(t, np.ones_like(ratio), label=text["with"], color="C0")
    peak = ratio.argmax()
    ax.plot(t[peak], ratio[peak], "o", color="C1")
    ax.annotate(
        text["peak"].format(t[peak], ratio[peak]),
        (t[peak], ratio[peak]),
        (10, 4),
        textcoords="offset points",
        color="C1",
    )
    ax.set(xlabel=text["t"], ylabel=text["size"], ylim=(0, 7.4), xlim=(1, 3000))
    ax.legend(loc="upper right", bbox_to_anchor=(1, 0.9))
    return fig
