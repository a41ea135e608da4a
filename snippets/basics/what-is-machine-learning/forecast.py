# kind: figure
"""Four unseen weeks and two forecasts; below, the errors by weekday."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.regression import least_squares, predict

TEXT = {
    "zh": {
        "views": "观看次数（千次）",
        "true": "实际",
        "one": "看昨天",
        "seven": "看七天",
        "calendar": "昨天加星期",
        "error": "平均误差（千次）",
        "days": "一二三四五六日",
    },
    "en": {
        "views": "views (thousands)",
        "true": "true",
        "one": "from yesterday",
        "seven": "from seven days",
        "calendar": "yesterday and weekday",
        "error": "mean error (thousands)",
        "days": "MTWTFSS",
    },
}
SEEN = 2 * 365
LOOKS = (("one", "C0", "--"), ("seven", "C1", "-."), ("calendar", "C2", ":"))


def draw(lang):
    text = TEXT[lang]
    X, t = look_back(daily_views(7 + 3 * 365), 7)
    weekday = np.arange(len(t)) % 7
    fig, (top, low) = plt.subplots(2, 1, figsize=(5.4, 6.4))
    first = -(-SEEN // 7) * 7 + 14  # a Monday that nobody has seen
    days = np.arange(28)
    top.plot(days, t[first : first + 28], "-", color="C4", lw=2.4)
    top.lines[0].set_label(text["true"])
    for i, (name, color, style) in enumerate(LOOKS):
        features = {
            "one": X[:, :1],
            "seven": X,
            "calendar": np.hstack([X[:, :1], np.eye(7)[weekday]]),
        }[name]
        y = predict(features, *least_squares(features[:SEEN], t[:SEEN]))
        look = {"color": color, "label": text[name]}
        if name != "calendar":
            top.plot(days, y[first : first + 28], style, **look)
        error = (y - t)[SEEN:]
        means = [error[weekday[SEEN:] == day].mean() for day in range(7)]
        low.bar(np.arange(7) + 0.26 * (i - 1), means, 0.24, **look)
    for week in range(4):
        top.axvspan(7 * week + 4.5, 7 * week + 6.5, color="0.55", alpha=0.15)
    top.set_xticks(days, text["days"] * 4, fontsize=8)
    low.set_xticks(range(7), text["days"])
    low.axhline(0, color="0.55", lw=1)
    top.set(ylabel=text["views"], ylim=(2.4, 8))
    top.legend(loc="upper left", ncols=3, fontsize=9)
    low.set(ylabel=text["error"])
    low.legend(loc="upper left", fontsize=9)
    return fig
