# kind: figure
"""Three kinds of task: a number, a class, an object of many parts."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import FancyBboxPatch
from sklearn.linear_model import LogisticRegression

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.regression import least_squares, predict

TEXT = {
    "zh": {
        "number": "回归：有多少次？",
        "class": "分类：是不是周末？",
        "object": "结构化学习：输出由许多部分组成",
        "yesterday": "昨天（千次）",
        "today": "今天（千次）",
        "week ago": "一周前（千次）",
        "weekend": "周末",
        "workday": "工作日",
        "asked": "“一个圆环”",
        "answer": "64 个像素，\n要相互配合",
    },
    "en": {
        "number": "regression: how many?",
        "class": "classification: weekend?",
        "object": "structured learning: an answer of many parts",
        "yesterday": "yesterday (thousands)",
        "today": "today (thousands)",
        "week ago": "a week ago (thousands)",
        "weekend": "weekend",
        "workday": "working day",
        "asked": "“a ring”",
        "answer": "64 pixels that\nmust fit together",
    },
}
RING = [60, 126, 231, 195, 195, 231, 126, 60]  # rows of bits


def regression(ax, text):
    X, t = look_back(daily_views(121), 1)
    ax.plot(X, t, "o", ms=3.5, mew=0, alpha=0.6, color="C0")
    x = np.array([[2.9], [6.9]])
    ax.plot(x, predict(x, *least_squares(X, t)), "-", color="C1", lw=2.4)
    ax.set(xlabel=text["yesterday"], ylabel=text["today"])
    ax.set_title(text["number"])


def classification(ax, text):
    X, t = look_back(daily_views(127), 7)  # t starts on a Monday
    X = np.stack([X[:, 6], t], axis=1)
    weekend = np.arange(len(t)) % 7 >= 5
    for part, mark, color, name in (
        (weekend, "s", "C1", "weekend"),
        (~weekend, "o", "C0", "workday"),
    ):
        look = {"ms": 4, "mew": 0, "alpha": 0.7, "color": color}
        ax.plot(*X[part].T, mark, label=text[name], **look)
    model = LogisticRegression(C=1e6).fit(X, weekend)
    (a, c), b = model.coef_[0], model.intercept_[0]
    x = np.array([2.5, 7.5])
    ax.plot(x, -(b + a * x) / c, "--", color="C4", lw=2)
    ax.set(xlabel=text["week ago"], ylabel=text["today"])
    ax.set(xlim=(2.8, 7.2), ylim=(2.8, 8.3))
    ax.legend(loc="upper right", fontsize=9, handletextpad=0.1)
    ax.set_title(text["class"])


def structured(ax, text):
    box = {"boxstyle": "round,pad=0.08", "fc": "none", "ec": "C2", "lw": 1.8}
    ax.add_patch(FancyBboxPatch((0.1, 1.1), 1.9, 0.8, **box))
    ax.text(1.05, 1.5, text["asked"], ha="center", va="center")
    box["ec"] = "C0"
    ax.add_patch(FancyBboxPatch((3, 1.1), 0.8, 0.8, **box))
    ax.text(3.4, 1.5, "$f$", ha="center", va="center", fontsize=14)
    look = {"arrowstyle": "->", "lw": 1.6, "color": "0.55"}
    for start, end in ((2.15, 2.85), (3.95, 4.65)):
        ax.annotate("", (end, 1.5), (start, 1.5), arrowprops=look)
    for row, bits in enumerate(RING):
        for column in range(8):
            on = bits >> column & 1
            where = 4.9 + 0.3 * column, 2.4 - 0.3 * row
            look = {"fc": "C1" if on else "none", "ec": "0.55", "lw": 0.7}
            ax.add_patch(plt.Rectangle(where, 0.3, 0.3, **look))
    ax.text(7.5, 1.5, text["answer"], va="center", fontsize=9)
    ax.set(xlim=(0, 9.6), ylim=(0.2, 2.8))
    ax.set_aspect("equal")
    ax.axis("off")
    ax.set_title(text["object"])


def draw(lang):
    text = TEXT[lang]
    fig = plt.figure(figsize=(5.6, 5.6))
    rows = fig.add_gridspec(2, 2, height_ratios=(1.6, 1))
    regression(fig.add_subplot(rows[0, 0]), text)
    classification(fig.add_subplot(rows[0, 1]), text)
    structured(fig.add_subplot(rows[1, :]), text)
    return fig
