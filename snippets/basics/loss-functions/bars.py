# kind: figure
"""Two distributions, and how cross-entropy is made of entropy and a gap."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import cross_entropy

TEXT = {
    "zh": {
        "p": "真实 $p$",
        "q": "预测 $q$",
        "class": "类别",
        "prob": "概率",
        "cross": "$H(p, q)$（奈特）",
        "entropy": "$H(p)$",
        "gap": "$D(p, q)$",
        "rows": ("预测 $q$", "更好的 $q$", "$q = p$"),
    },
    "en": {
        "p": "true $p$",
        "q": "predicted $q$",
        "class": "class",
        "prob": "probability",
        "cross": "$H(p, q)$ in nats",
        "entropy": "$H(p)$",
        "gap": "$D(p, q)$",
        "rows": ("predicted $q$", "a better $q$", "$q = p$"),
    },
}


def draw(lang):
    text = TEXT[lang]
    p = np.array([0.7, 0.2, 0.1])
    q = np.array([0.3, 0.4, 0.3])
    fig, (left, right) = plt.subplots(1, 2, figsize=(5.8, 3.3))
    at = np.arange(3)
    left.bar(at - 0.2, p, 0.38, color="C0", label=text["p"])
    left.bar(at + 0.2, q, 0.38, color="C1", hatch="//", label=text["q"])
    left.set(
        xticks=at,
        xlabel=text["class"],
        ylabel=text["prob"],
        ylim=(0, 1),
        yticks=np.linspace(0, 1, 6),
    )
    left.legend(loc="upper right")
    entropy = cross_entropy(p, p)
    totals = [cross_entropy(x, p) for x in (q, (p + q) / 2, p)]
    gaps = np.array(totals) - entropy
    right.barh(at, entropy, 0.55, color="C0", label=text["entropy"])
    right.barh(
        at, gaps, 0.55, entropy, color="C1", hatch="//", label=text["gap"]
    )
    for y, total in zip(at, totals, strict=True):
        right.text(total + 0.03, y, f"{total:.2f}", va="center")
    right.set(
        yticks=at,
        yticklabels=text["rows"],
        xlabel=text["cross"],
        xlim=(0, 1.45),
        ylim=(2.6, -1.3),
    )
    right.legend(loc="upper right", ncols=1)
    return fig
