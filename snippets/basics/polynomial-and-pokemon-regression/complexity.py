# kind: figure
"""Training and test error against the degree, over many training sets."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models import PolynomialRegression

TEXT = {
    "zh": {
        "x": "多项式的次数 $m$",
        "y": "均方根误差",
        "training": "训练误差",
        "test": "测试误差",
        "noise": "噪声 0.3",
    },
    "en": {
        "x": "degree $m$ of the polynomial",
        "y": "root mean squared error",
        "training": "training error",
        "test": "test error",
        "noise": "noise 0.3",
    },
}
DEGREES = range(10)
grid = np.linspace(-1, 1, 401)[:, None]


def errors(seed, N=15):
    """For each degree the training and the test error, noise included."""
    rng = np.random.default_rng(seed)
    X = rng.uniform(-1, 1, (N, 1))
    t = np.sin(3 * X[:, 0]) + 0.3 * rng.standard_normal(N)
    found = []
    for degree in DEGREES:
        model = PolynomialRegression(degree).fit(X, t)
        training = np.mean((model.predict(X) - t) ** 2)
        test = np.mean((model.predict(grid) - np.sin(3 * grid[:, 0])) ** 2)
        found.append((training, test + 0.3**2))
    return np.sqrt(found)


def draw(lang):
    text = TEXT[lang]
    found = np.array([errors(seed) for seed in range(200)])
    fig, ax = plt.subplots()
    for i, (name, style) in enumerate((("training", "o-"), ("test", "s--"))):
        low, middle, high = np.quantile(found[..., i], [0.1, 0.5, 0.9], axis=0)
        ax.semilogy(DEGREES, middle, style, ms=5, label=text[name])
        ax.fill_between(DEGREES, low, high, color=f"C{i}", alpha=0.2, lw=0)
    ax.axhline(0.3, color="0.55", lw=0.9, ls=":")
    ax.text(-0.3, 0.285, text["noise"], fontsize=10, va="top")
    ax.set(
        xlabel=text["x"],
        ylabel=text["y"],
        ylim=(0.08, 30),
        xticks=DEGREES,
    )
    ax.set_yticks([0.1, 0.3, 1, 3, 10], ["0.1", "0.3", "1", "3", "10"])
    ax.minorticks_off()
    ax.legend(loc="upper left")
    return fig
