# kind: figure
"""The body-mass data and the line of least squares."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_diabetes

from chainrule.scratch.models.regression import least_squares, predict

TEXT = {
    "zh": {
        "x": "体重指数 BMI（kg/m²）",
        "t": "一年后的病情评分",
        "people": "442 位患者",
        "line": "最小二乘直线",
    },
    "en": {
        "x": "body mass index (kg/m²)",
        "t": "disease score after one year",
        "people": "442 patients",
        "line": "line of least squares",
    },
}


def draw(lang):
    text = TEXT[lang]
    data = load_diabetes(scaled=False)
    X, t = data.data[:, [2]], data.target
    ends = np.array([[17.0], [43.0]])
    fig, ax = plt.subplots()
    ax.plot(
        X, t, "o", ms=3, alpha=0.55, mew=0, color="C0", label=text["people"]
    )
    line = predict(ends, *least_squares(X, t))
    ax.plot(ends, line, "-", color="C1", lw=2.4, label=text["line"])
    ax.set(xlabel=text["x"], ylabel=text["t"], ylim=(0, 370))
    ax.legend(loc="lower right", markerscale=2)
    return fig
