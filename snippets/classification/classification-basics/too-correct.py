# kind: figure
"""The same two clouds, with and without points that are too correct."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models import DualSVM, LeastSquaresClassifier

TEXT = {
    "zh": {
        "without": "没有远处的点",
        "with": "有远处的点",
        "names": ("最小二乘", "支持向量机"),
    },
    "en": {
        "without": "without far points",
        "with": "with far points",
        "names": ("least squares", "SVM"),
    },
}


def draw(lang):
    text = TEXT[lang]
    rng = np.random.default_rng(0)
    t = np.repeat([-1, 1], 50)
    X = rng.normal(size=(100, 2)) + np.outer(t, [2, 0])
    far = 0.7 * rng.normal(size=(20, 2)) + np.array([15, -6])
    sets = (
        ("without", X, t),
        ("with", np.vstack([X, far]), np.append(t, np.ones(20, int))),
    )
    fig, axes = plt.subplots(2, 1, figsize=(5.4, 6.0), sharex=True, sharey=True)
    for ax, (title, data, signs) in zip(axes, sets, strict=True):
        for sign, mark, color in ((-1, "^", "C1"), (1, "o", "C2")):
            ax.plot(*data[signs == sign].T, mark, ms=4, color=color)
        models = (LeastSquaresClassifier(), DualSVM(C=1.0))
        looks = (("C3", "-"), ("C0", "--"))
        for model, name, (color, style) in zip(
            models, text["names"], looks, strict=True
        ):
            w, b = model.fit(data, signs).w_, model.b_
            height = np.array([-8.0, 4.0])
            across = -(b + w[1] * height) / w[0]
            ax.plot(across, height, style, color=color, lw=2, label=name)
        ax.set(
            title=text[title],
            xlim=(-5, 17.5),
            ylim=(-8, 4),
            xlabel="$x_1$",
            ylabel="$x_2$",
        )
    axes[0].legend(loc="lower right")
    axes[0].set_xlabel("")
    return fig
