# kind: figure
"""Two types of synthetic Pokémon, and a new one between them."""

import matplotlib.pyplot as plt

from chainrule.data import pokemon_stats

TEXT = {
    "zh": {
        "water": "水系，79 只",
        "normal": "一般系，61 只",
        "new": "新来的一只",
        "x": "防御",
        "y": "特防",
    },
    "en": {
        "water": "water, 79",
        "normal": "normal, 61",
        "new": "a new one",
        "x": "defense",
        "y": "special defense",
    },
}


def draw(lang):
    text = TEXT[lang]
    X, y = pokemon_stats()
    fig, ax = plt.subplots(figsize=(5.4, 4.2))
    for name, mark, color in (("water", "o", "C0"), ("normal", "^", "C1")):
        ax.plot(
            *X[y == name][:, [3, 5]].T,
            mark,
            ms=5,
            color=color,
            mfc="none" if name == "normal" else color,
            label=text[name],
        )
    ax.plot(103, 45, "*", ms=15, color="C3", label=text["new"])
    ax.set(xlabel=text["x"], ylabel=text["y"])
    fig.legend(loc="outside upper center", ncols=3)
    return fig
