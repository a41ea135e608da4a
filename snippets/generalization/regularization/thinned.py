# kind: figure
"""Two of the networks that dropout trains, and the one that is asked."""

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "first": "训练：一次更新",
        "second": "训练：下一次更新",
        "test": "测试：全部单元",
    },
    "en": {
        "first": "training: one update",
        "second": "training: the next",
        "test": "test: all units",
    },
}
COLUMNS = 3, 4, 4, 2  # units of the layers
GONE = {
    "first": {(1, 1), (1, 3), (2, 0), (2, 2)},
    "second": {(1, 0), (1, 2), (2, 1), (2, 2)},
    "test": set(),
}


def draw(lang):
    fig, axes = plt.subplots(3, 1, figsize=(4.4, 7.8))
    for ax, (name, gone) in zip(axes, GONE.items(), strict=True):
        places = {
            (i, j): (1.5 * i, j - (n - 1) / 2)
            for i, n in enumerate(COLUMNS)
            for j in range(n)
        }
        for (i, j), start in places.items():
            for (k, m), end in places.items():
                if k == i + 1 and not {(i, j), (k, m)} & gone:
                    xs, ys = zip(start, end, strict=True)
                    thin = 1.4 if name != "test" or i == 0 else 0.7
                    ax.plot(xs, ys, "-", color="C0", lw=thin, zorder=1)
        for place, (x, y) in places.items():
            off = place in gone
            color = "0.55" if off else "C1"
            ax.plot(x, y, "o", ms=15, mfc="none" if off else color, mec=color)
            if off:
                ax.plot(x, y, "x", ms=14, color="0.55", mew=1.8)
        ax.set_title(TEXT[lang][name], fontsize=11)
        ax.set(xlim=(-0.5, 5), ylim=(-2.1, 2.1))
        ax.axis("off")
    return fig
