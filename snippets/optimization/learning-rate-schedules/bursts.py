# kind: figure
"""Steps over the root mean square of all gradients: a falling rate calms them.

The regression of the lectures, ten points, from (b, w) = (-120, -4).
"""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim.lr_scheduler import inverse_time_lr

TEXT = {
    "zh": {
        "constant": "固定 $\\eta = 1$",
        "decayed": "$\\eta_t = 100/(100+t)$",
        "t": "步数 $t$",
        "gap": "与最佳 $w$ 的距离",
    },
    "en": {
        "constant": "constant $\\eta = 1$",
        "decayed": "$\\eta_t = 100/(100+t)$",
        "t": "step $t$",
        "gap": "distance from the best $w$",
    },
}
x = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
target = [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591]


def path(rates):
    A = np.column_stack([np.ones(10), x])
    best = np.linalg.lstsq(A, np.array(target, float), rcond=None)[0]
    theta, squares, found = np.array([-120.0, -4.0]), 0.0, []
    for t, rate in enumerate(rates):
        g = 2 * A.T @ (A @ theta - target)
        squares = squares + g**2
        theta = theta - rate * g / np.sqrt(squares / (t + 1))
        found.append(abs(theta[1] - best[1]))
    return found


def draw(lang):
    text, t = TEXT[lang], np.arange(1000)
    fig, ax = plt.subplots()
    ax.plot(t, path(np.ones(1000)), lw=1.2, label=text["constant"])
    falling = inverse_time_lr(t, 1.0, 100)
    ax.plot(t, path(falling), label=text["decayed"])
    ax.set(xlabel=text["t"], ylabel=text["gap"], xlim=(0, 1000), ylim=(0, 7))
    ax.legend()
    return fig
