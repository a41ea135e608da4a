# kind: figure
"""The parse of a sentence, and below it the brackets that write it."""

import matplotlib.pyplot as plt

TEXT = {"zh": {}, "en": {}}
# label: place, parent
NODES = {
    "S": ((2.4, 4), None),
    "NP": ((0.7, 3), "S"),
    "VP": ((3.4, 3), "S"),
    "ADJV": ((4.4, 2), "VP"),
    "deep": ((0.1, 1), "NP"),
    "learning": ((1.3, 1), "NP"),
    "is": ((2.5, 1), "VP"),
    "very": ((3.6, 1), "ADJV"),
    "powerful": ((5.0, 1), "ADJV"),
}
LINE = "(S (NP deep learning )NP (VP is\n(ADJV very powerful )ADJV )VP )S"


def draw(lang):
    fig, ax = plt.subplots(figsize=(5.0, 3.5))
    for name, ((x, y), parent) in NODES.items():
        if parent:
            (px, py), _ = NODES[parent]
            ends = (px, x), (py - 0.22, y + 0.22)
            ax.plot(*ends, color="0.55", ls="-", lw=1.2, zorder=0)
        look = {"color": "C0"} if name.isupper() else {}
        ax.text(x, y, name, ha="center", va="center", **look)
    ax.text(2.6, -0.05, LINE, ha="center", va="center", fontsize=10.5)
    ax.set(xlim=(-0.5, 5.8), ylim=(-0.6, 4.4))
    ax.axis("off")
    return fig
