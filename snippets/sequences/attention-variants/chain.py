# kind: figure
"""How the first input reaches the last output: step by step, or at once."""

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "rnn": "循环网络：一步一步，共 $T$ 步",
        "attention": "自注意力：一步，所有位置同时",
    },
    "en": {
        "rnn": "recurrent: one step after another, $T$ in all",
        "attention": "self-attention: one step, all places at once",
    },
}
LENGTH = 6


def node(ax, x, y, text, color):
    ax.plot(x, y, "o", ms=25, mfc="none", mec=color, mew=1.8)
    ax.text(x, y, text, ha="center", va="center", fontsize=11)


def arrow(ax, start, end, color, width):
    style = {"arrowstyle": "->", "color": color, "lw": width}
    ax.annotate(
        "", end, start, arrowprops={**style, "shrinkA": 13, "shrinkB": 13}
    )


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(4.8, 4.8))
    for ax, name in zip(axes, ("rnn", "attention"), strict=True):
        for t in range(LENGTH):
            node(ax, t, 0, f"$x_{t + 1}$", "0.5")
            letter = "h" if name == "rnn" else "b"
            node(ax, t, 1, f"${letter}_{t + 1}$", "C0")
            color, width = ("C3", 2) if t == 0 else ("0.6", 1)
            end = t if name == "rnn" else LENGTH - 1
            arrow(ax, (t, 0), (end, 1), color, width)
            if name == "rnn" and t:
                arrow(ax, (t - 1, 1), (t, 1), "C3", 2)
        ax.set_title(text[name], fontsize=12)
        ax.set(xlim=(-0.5, LENGTH - 0.5), ylim=(-0.4, 1.4))
        ax.axis("off")
    return fig
