# kind: figure
"""Two fixed rates on the lecture's bowl: one bounces, one crawls."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {"large": "前 40 步", "small": "100,000 步", "best": "最低点"},
    "en": {
        "large": "first 40 updates",
        "small": "100,000 updates",
        "best": "minimum",
    },
}
X = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
T = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)
A = np.column_stack([np.ones(10), X])
START = np.array([-120.0, -4.0])


def draw(lang):
    text = TEXT[lang]
    best = np.linalg.lstsq(A, T, rcond=None)[0]
    values, Q = np.linalg.eigh(2 * A.T @ A)

    def path(lr, steps):
        kept = (1 - lr * values) ** np.asarray(steps)[:, None]
        return best + (kept * (Q.T @ (START - best))) @ Q.T

    fig, axes = plt.subplots(2, 1, figsize=(5.6, 5.6), sharex=True)
    b, w = np.meshgrid(np.linspace(-200, -100, 80), np.linspace(-5, 10, 80))
    errors = b[..., None] + w[..., None] * np.array(X) - T
    cases = (("large", 1.14e-6, np.arange(41), "C1", "."),)
    steps = np.unique(np.geomspace(1, 1e5, 300).astype(int))
    cases += (("small", 1e-7, np.r_[0, steps], "C0", ""),)
    for ax, (name, lr, at, color, mark) in zip(axes, cases, strict=True):
        ax.contour(
            b,
            w,
            np.log10((errors**2).sum(-1)),
            [5.5, 6, 6.5, 7, 7.5],
            colors="0.55",
            linewidths=0.7,
        )
        way = path(lr, at)
        ax.plot(*way.T, color=color, lw=1.3, marker=mark, ms=3)
        ax.plot(*way[-1], "o", color=color, ms=5)
        ax.plot(*best, "*", color="C4", ms=11)
        ax.annotate(
            text["best"], best, (0, 8), textcoords="offset points", color="C4"
        )
        power = {"large": "1.14\\cdot 10^{-6}", "small": "10^{-7}"}[name]
        ax.set(title=f"$\\eta={power}$, {text[name]}", ylabel="$w$")
    axes[1].set(xlabel="$b$", xlim=(-200, -100))
    return fig
