# kind: figure
"""On-line: one pair a step, seen once. Off-line: all pairs at every step."""

import matplotlib.pyplot as plt
from matplotlib.patches import FancyBboxPatch

TEXT = {
    "zh": {"online": "在线", "offline": "离线", "t": "时间步"},
    "en": {"online": "on-line", "offline": "off-line", "t": "time step"},
}


def box(ax, x, y, width, word, color):
    shape = FancyBboxPatch(
        (x - width / 2, y - 0.26),
        width,
        0.52,
        boxstyle="round,pad=0.02,rounding_size=0.1",
        fill=False,
        edgecolor=color,
        linewidth=1.3,
    )
    ax.add_patch(shape)
    ax.text(x, y, word, ha="center", va="center", color=color)


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.2, 5))
    for ax, name in zip(axes, ("online", "offline"), strict=True):
        for t in range(4):
            x = 1.6 * t
            box(ax, x, 0, 0.9, f"$\\theta_{t}$", "C0")
            if t == 3:
                continue
            ahead = {"arrowstyle": "->", "color": "C0", "lw": 1.3}
            ax.annotate("", (x + 1.1, 0), (x + 0.5, 0), arrowprops=ahead)
            one = f"$(x_{t + 1}, t_{t + 1})$"
            every = "$(x_1, t_1)$\n$\\vdots$\n$(x_N, t_N)$"
            word = one if name == "online" else every
            place = (x + 0.8, 1.5 if name == "online" else 1.7)
            ax.text(*place, word, ha="center", va="center", color="C1")
            feed = {"arrowstyle": "->", "color": "C1", "lw": 1.3, "ls": "--"}
            low = 1.1 if name == "online" else 1.05
            ax.annotate("", (x + 0.8, 0.15), (x + 0.8, low), arrowprops=feed)
        ax.set(xlim=(-0.6, 5.5), ylim=(-0.5, 2.4), title=text[name])
        ax.axis("off")
    return fig
