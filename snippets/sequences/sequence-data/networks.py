# kind: figure
"""Five people who know each other, and the atoms of ethanol."""

import matplotlib.pyplot as plt

TEXT = {
    "zh": {
        "friends": "社交网络：每人一个向量（年龄、是否会员）",
        "molecule": "乙醇：每个原子一个独热向量",
        "order": "顺序：C N O H F Cl",
    },
    "en": {
        "friends": "friends: a vector each (age, member)",
        "molecule": "ethanol: a one-hot vector for each atom",
        "order": "order: C N O H F Cl",
    },
}
FRIENDS = {
    "Ann": (0, 1.6),
    "Ben": (0, 0),
    "Cai": (2, 0.8),
    "Dao": (4, 0.8),
    "Eva": (6, 0.8),
}
PROFILES = {
    "Ann": "(19, 1)",
    "Ben": "(23, 0)",
    "Cai": "(20, 1)",
    "Dao": "(31, 0)",
    "Eva": "(22, 1)",
}
KNOW = "Ann Ben", "Ann Cai", "Ben Cai", "Cai Dao", "Dao Eva"
HEAVY = {"C1": (0, 0), "C2": (2, 0), "O": (4, 0)}
HYDROGENS = [(-1.5, 0), (0, 1.4), (0, -1.4), (2, 1.4), (2, -1.4), (5.5, 0)]
OWNERS = "C1", "C1", "C1", "C2", "C2", "O"


def node(ax, at, name, color, size=27):
    ax.plot(*at, "o", ms=size, color=color, alpha=0.35, zorder=2)
    ax.plot(*at, "o", ms=size, mfc="none", mec=color, mew=1.5, zorder=3)
    ax.text(*at, name, ha="center", va="center", fontsize=12, zorder=4)


def edge(ax, a, b, *shrink):
    line = {"arrowstyle": "-", "color": "0.5", "lw": 2, "shrinkA": shrink[1]}
    ax.annotate("", a, b, arrowprops={**line, "shrinkB": shrink[0]})


def draw(lang):
    text = TEXT[lang]
    fig, (top, low) = plt.subplots(
        2, 1, figsize=(5.2, 5.8), height_ratios=(1, 1.25)
    )
    for pair in KNOW:
        a, b = (FRIENDS[name] for name in pair.split())
        edge(top, a, b, 15, 15)
    for name, at in FRIENDS.items():
        node(top, at, name, "C0", 30)
        below = at[1] == 0 or name in ("Cai", "Dao", "Eva")
        y = at[1] - 0.75 if below else at[1] + 0.62
        top.text(
            at[0], y, PROFILES[name], ha="center", va="center", fontsize=11
        )
    top.set(xlim=(-0.9, 6.9), ylim=(-1.1, 2.6))
    top.set_title(text["friends"], fontsize=12)
    for at, owner in zip(HYDROGENS, OWNERS, strict=True):
        edge(low, at, HEAVY[owner], 10, 13)
        node(low, at, "H", "C1", 20)
    for a, b in (("C1", "C2"), ("C2", "O")):
        edge(low, HEAVY[a], HEAVY[b], 13, 13)
    for name, at in HEAVY.items():
        node(low, at, name[0], "C2" if name == "O" else "C0")
    rows = "C: (1,0,0,0,0,0)", "O: (0,0,1,0,0,0)", "H: (0,0,0,1,0,0)"
    for x, row in zip((-1.9, 0.9, 3.7), rows, strict=True):
        low.text(x, -2.5, row, fontsize=12, va="center")
    low.text(2, -3.2, text["order"], fontsize=11, ha="center", va="center")
    low.set(xlim=(-2, 6.2), ylim=(-3.5, 1.9))
    low.set_title(text["molecule"], fontsize=12)
    for ax in (top, low):
        ax.axis("off")
    return fig
