# kind: figure
"""Left what was learned from, right what the fitted model makes up."""

import matplotlib.pyplot as plt

from chainrule.data import pokemon_stats
from chainrule.scratch.models import QuadraticDiscriminantAnalysis

TEXT = {
    "zh": {
        "x": "防御",
        "y": "特防",
        "data": "训练集",
        "new": "模型生成的",
        "water": "水系",
        "normal": "一般系",
    },
    "en": {
        "x": "defense",
        "y": "special defense",
        "data": "training set",
        "new": "drawn from the model",
        "water": "water",
        "normal": "normal",
    },
}


def draw(lang):
    text = TEXT[lang]
    X, y = pokemon_stats()
    two = X[:, [3, 5]]
    model = QuadraticDiscriminantAnalysis().fit(two, y)
    fig, axes = plt.subplots(1, 2, figsize=(5.8, 3.4), sharex=True, sharey=True)
    panels = ("data", two, y), ("new", *model.sample(140))
    for ax, (name, points, types) in zip(axes, panels, strict=True):
        for kind, mark, color in (("water", "o", "C0"), ("normal", "^", "C1")):
            own = points[types == kind]
            style = {"ms": 4.5, "mew": 0, "alpha": 0.75, "color": color}
            ax.plot(*own.T, mark, label=text[kind], **style)
        ax.set(title=text[name], xlabel=text["x"])
    axes[0].set_ylabel(text["y"])
    axes[0].legend(loc="upper left", handletextpad=0.2)
    axes[0].set_ylim(None, 165)
    return fig
