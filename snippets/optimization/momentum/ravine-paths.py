# kind: figure
"""A ravine, without and with momentum: the ways, and the distances left."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import momentum

TEXT = {
    "zh": {
        "plain": "梯度下降，最佳 $\\eta$：40 步",
        "smooth": "动量，$\\eta$ 只有十分之一，$\\mu=0.9$：40 步",
        "best": "动量，最佳 $\\eta$ 和 $\\mu$",
        "t": "步数",
        "far": "离最低点的距离",
    },
    "en": {
        "plain": "gradient descent, best $\\eta$: 40 steps",
        "smooth": "momentum, a tenth of $\\eta$, $\\mu=0.9$: 40 steps",
        "best": "momentum, best $\\eta$ and $\\mu$",
        "t": "step",
        "far": "distance to the minimum",
    },
}
KAPPA = 60.0
CURVATURE = np.array([1.0, KAPPA])


def path(lr, mu, steps):
    w, m = np.array([-4.0, 0.55]), 0.0
    found = [w]
    for _ in range(steps):
        w, m = momentum(w, CURVATURE * w, m, lr=lr, momentum=mu)
        found.append(w)
    return np.array(found)


def draw(lang):
    text, root = TEXT[lang], KAPPA**0.5
    plain, rho = (KAPPA - 1) / (KAPPA + 1), (root - 1) / (root + 1)
    runs = (  # lr, mu, factor of the theory
        ("plain", 2 / (1 + KAPPA), 0.0, plain, "C1", "--"),
        ("smooth", 0.2 / (1 + KAPPA), 0.9, None, "C0", "-"),
        ("best", 4 / (1 + root) ** 2, rho**2, rho, "C2", "-."),
    )
    fig, axes = plt.subplots(3, 1, figsize=(5.6, 6.6), height_ratios=(2, 2, 3))
    x, y = np.meshgrid(np.linspace(-4.4, 1.6, 90), np.linspace(-0.8, 0.8, 60))
    levels = [0.2, 1, 3, 6, 10, 16]
    for i, (name, lr, mu, factor, color, style) in enumerate(runs):
        if i < 2:
            rise, ax = (x**2 + KAPPA * y**2) / 2, axes[i]
            ax.contour(x, y, rise, levels, colors="0.55", linewidths=0.6)
            way = path(lr, mu, 40)
            ax.plot(*way.T, style, color=color, marker="o", ms=3, lw=1)
            ax.plot(0, 0, "*", ms=10, color="C4", zorder=4)
            ax.set(title=text[name], ylabel="$\\theta_2$")
            ax.set(xlim=(-4.4, 1.6), ylim=(-0.8, 0.8))
        far = np.linalg.norm(path(lr, mu, 150), axis=1)
        label = text[name].split(":")[0].split("：")[0]
        axes[2].semilogy(far, style, color=color, label=label)
        if factor:
            slope = far[0] * factor ** np.arange(151)
            axes[2].semilogy(slope, ":", color=color, lw=1)
    axes[1].set_xlabel("$\\theta_1$")
    axes[2].set(xlabel=text["t"], ylabel=text["far"])
    axes[2].set(xlim=(0, 150), ylim=(1e-12, 1e4))
    axes[2].legend(loc="lower left")
    return fig
