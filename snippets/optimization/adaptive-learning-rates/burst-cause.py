# kind: figure
"""Error of w and the quantity that must stay below two."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import rms_normalized_sgd

TEXT = {
    "zh": {
        "error": "$|w_t-w^*|$",
        "sharp": "$\\eta H/\\sigma_t$ 的最大特征值",
        "t": "更新次数 $t$",
        "constant": "$\\eta=1$",
        "warm": "$\\eta=1$，预热 200 步",
        "decay": "$\\eta=10/\\sqrt{t}$",
        "limit": "上限 2",
    },
    "en": {
        "error": "$|w_t-w^*|$",
        "sharp": "top eigenvalue of $\\eta H/\\sigma_t$",
        "t": "update $t$",
        "constant": "$\\eta=1$",
        "warm": "$\\eta=1$, 200 steps of warm-up",
        "decay": "$\\eta=10/\\sqrt{t}$",
        "limit": "limit 2",
    },
}
X = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
T = np.array([640, 633, 619, 393, 428, 27, 193, 66, 226, 1591], float)
A = np.column_stack([np.ones(10), X])
H = 2 * A.T @ A


def descend(rate, steps=8000):
    best = np.linalg.lstsq(A, T, rcond=None)[0]
    theta, s, errors, sharp = np.array([-120.0, -4.0]), np.zeros(2), [], []
    for t in range(1, steps + 1):
        g = 2 * A.T @ (A @ theta - T)
        theta, s = rms_normalized_sgd(theta, g, s, t, lr=rate(t), eps=0)
        d = (s / t) ** -0.25
        a, b, c = (
            d[0] ** 2 * H[0, 0],
            d[0] * d[1] * H[0, 1],
            d[1] ** 2 * H[1, 1],
        )
        root = np.hypot((a - c) / 2, b)
        sharp.append(rate(t) * ((a + c) / 2 + root))
        errors.append(abs(theta[1] - best[1]))
    return errors, sharp


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 1, figsize=(5.8, 5.6), sharex=True)
    t = np.arange(1, 8001)
    for name, rate, color, style in (
        ("constant", lambda t: 1.0, "C1", "-"),
        ("warm", lambda t: min(1.0, t / 200), "C2", "-"),
        ("decay", lambda t: 10 * t**-0.5, "C0", "--"),
    ):
        errors, sharp = descend(rate)
        axes[0].plot(t, errors, style, color=color, lw=1, label=text[name])
        axes[1].plot(t, sharp, style, color=color, lw=1)
    axes[0].set(ylabel=text["error"], ylim=(0, 7))
    axes[0].legend(loc="upper right")
    axes[1].axhline(2, color="0.55", ls=":", lw=1.2)
    axes[1].text(7900, 2.3, text["limit"], color="0.45", ha="right")
    axes[1].set(xlabel=text["t"], ylabel=text["sharp"], ylim=(0, 2.8))
    axes[1].set(xlim=(0, 8000))
    return fig
