# kind: figure
"""A line cannot follow a curve that turns round."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data.views import WEEK, daily_views, expected
from chainrule.scratch.models.regression import least_squares, predict

TEXT = {
    "zh": {
        "x": "昨天的偏离（千次）",
        "t": "今天的偏离（千次）",
        "curve": "数据的真实规律",
        "line": "最好的直线",
    },
    "en": {
        "x": "yesterday's deviation (thousands)",
        "t": "today's deviation (thousands)",
        "curve": "how the data were made",
        "line": "the best line",
    },
}


def draw(lang):
    text = TEXT[lang]
    views = daily_views(700, seed=0)
    u = views - 5 - WEEK[np.arange(700) % 7]
    X, t = u[:-1, None], u[1:]
    fig, ax = plt.subplots()
    ax.plot(X, t, "o", ms=3, alpha=0.45, mew=0, color="C0")
    x = np.linspace(-1.6, 1.6, 300)
    ax.plot(x, expected(x), "-", color="C1", lw=2.6, label=text["curve"])
    line = predict(x[:, None], *least_squares(X, t))
    ax.plot(x, line, "--", color="C2", lw=2.4, label=text["line"])
    ax.set(xlabel=text["x"], ylabel=text["t"], ylim=(-1.7, 2.4))
    ax.legend(loc="upper left")
    return fig
