# kind: figure
"""The way down the bowl at one learning rate, which a reader may choose."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.regression import (
    gradients,
    hessian,
    least_squares,
)
from chainrule.scratch.optim import gradient_descent

EXPLORER = "descent"
TEXT = {"zh": ("起点", "最小值"), "en": ("start", "minimum")}
X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])
START, RATE, STEPS = (-2.5, 2.7), 0.4, 30
BOX = {"b": (-3.2, 4.2), "w": (-1.2, 5.2)}
LEVELS = [0.6, 1, 2, 4, 8, 16, 32]


def loss(b, w):
    y = np.asarray(b)[..., None] + np.asarray(w)[..., None] * X[:, 0]
    return np.mean((y - t) ** 2, axis=-1)


def path(start, rate, steps=STEPS):
    def grad(theta):
        grad_w, grad_b = gradients(X, t, theta[1:], theta[0])
        return np.concatenate([[grad_b], grad_w])

    return gradient_descent(grad, np.array(start), rate, steps)


def explore():
    w, b = least_squares(X, t)
    return {
        "x": X[:, 0],
        "t": t,
        "start": START,
        "rate": RATE,
        "steps": STEPS,
        "box": BOX,
        "levels": LEVELS,
        "minimum": [b, w[0]],
        "eigenvalues": np.linalg.eigvalsh(hessian(X)),
    }


def draw(lang):
    start, minimum = TEXT[lang]
    b, w = np.meshgrid(
        *(
            np.linspace(*BOX[name], count)
            for name, count in (("b", 90), ("w", 80))
        )
    )
    fig, ax = plt.subplots(figsize=(5.6, 4.4))
    ax.contour(b, w, loss(b, w), LEVELS, colors="0.55", linewidths=0.8)
    way = path(START, RATE)
    ax.plot(*way.T, marker=".", ms=5, lw=1.2, label=f"$\\eta={RATE}$")
    ax.annotate(start, START, (-10, -15), textcoords="offset points")
    ax.plot(0.5, 2.5, "*", ms=12, color="C4", zorder=4)
    ax.annotate(minimum, (0.5, 2.5), (24, 18), textcoords="offset points")
    ax.set(xlabel="$b$", ylabel="$w$", xlim=BOX["b"], ylim=BOX["w"])
    ax.legend(loc="upper right")
    return fig
