# kind: figure
"""Bias, variance and their sum against the degree; dots by simulation."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.preprocessing import powers

TEXT = {
    "zh": {
        "x": "次数",
        "y": "均方误差",
        "bias": "偏差的平方",
        "variance": "方差",
        "noise": "噪声",
        "sum": "三者之和",
        "dots": "1000 个训练集的平均",
    },
    "en": {
        "x": "degree",
        "y": "mean squared error",
        "bias": "bias squared",
        "variance": "variance",
        "noise": "noise",
        "sum": "sum of the three",
        "dots": "mean of 1000 training sets",
    },
}
N, SIGMA, SETS = 15, 0.3, 1000
DEGREES = np.arange(10)


def draw(lang):
    text = TEXT[lang]
    x = np.linspace(-1, 1, N)
    f = np.sin(3 * x)
    rng = np.random.default_rng(0)
    train, test = f + SIGMA * rng.standard_normal((2, SETS, N))
    bias, dots = [], []
    for degree in DEGREES:
        Z = powers(x, degree) if degree else np.empty((N, 0))
        Q, _ = np.linalg.qr(np.column_stack([np.ones(N), Z]))
        bias.append(np.mean((f - Q @ (Q.T @ f)) ** 2))
        dots.append(np.mean((train @ Q @ Q.T - test) ** 2))
    variance = SIGMA**2 * (DEGREES + 1) / N
    total = np.array(bias) + variance + SIGMA**2
    fig, ax = plt.subplots()
    ax.plot(DEGREES, bias, "--", color="C0", label=text["bias"])
    ax.plot(DEGREES, variance, "-.", color="C1", label=text["variance"])
    ax.axhline(SIGMA**2, color="0.55", ls=":", label=text["noise"])
    ax.plot(DEGREES, total, "-", color="C2", lw=2.4, label=text["sum"])
    ax.plot(DEGREES, dots, "o", color="C3", ms=5, label=text["dots"])
    ax.set(xlabel=text["x"], ylabel=text["y"], ylim=(0, 0.4), xticks=DEGREES)
    ax.legend(loc="upper right")
    return fig
