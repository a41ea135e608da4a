# kind: figure
"""Square error and cross-entropy over two logits, and descents on both."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.nn import sigmoid

TEXT = {
    "zh": ("平方误差", "$-\\ln y_1$"),
    "en": ("squared error", "cross-entropy"),
}


def square(z1, z2):  # z3 = -1000 leaves the third class nothing
    return 2 * sigmoid(z2 - z1) ** 2


def cross_entropy(z1, z2):
    return np.logaddexp(0, z2 - z1)


def descend(slope, steps=20, lr=1.0):
    """By the difference u = z2 - z1: each logit moves by slope(u)."""
    z = [np.array([-8.0, 8.0])]
    for _ in range(steps):
        pull = lr * slope(z[-1][1] - z[-1][0])
        z.append(z[-1] + np.array([pull, -pull]))
    return np.array(z)


def draw(lang):
    side = np.linspace(-10, 10, 41)
    z1, z2 = np.meshgrid(side, side)
    slopes = (
        lambda u: 4 * sigmoid(u) ** 2 * sigmoid(-u),
        lambda u: sigmoid(u),
    )
    fig = plt.figure(figsize=(5.8, 3.6), layout="none")
    losses = zip((square, cross_entropy), slopes, TEXT[lang], strict=True)
    for n, (loss, slope, title) in enumerate(losses):
        ax = fig.add_axes(
            (0.0 + 0.5 * n, 0.06, 0.47, 0.86),
            projection="3d",
            computed_zorder=False,
        )
        ax.plot_surface(
            z1,
            z2,
            loss(z1, z2),
            rcount=21,
            ccount=21,
            alpha=0.45,
            antialiased=False,
            rasterized=True,
        )
        ax.plot_wireframe(
            z1, z2, loss(z1, z2), rcount=9, ccount=9, color="C0", lw=0.6, ls="-"
        )
        path = descend(slope)
        height = loss(*path.T)
        ax.plot(*path.T, height, "o-", color="C1", ms=3, lw=1.5, zorder=5)
        ax.plot(*path[:1].T, height[:1], "s", color="C1", ms=7, zorder=6)
        ax.set(xticks=[-10, 0, 10], yticks=[-10, 0, 10], title=title)
        ax.set_zticks([0, 1, 2] if loss is square else [0, 10, 20])
        ax.tick_params(pad=-2, labelsize=9)
        ax.set_xlabel("$z_1$", labelpad=-6)
        ax.set_ylabel("$z_2$", labelpad=-6)
        ax.view_init(elev=26, azim=-50)
    return fig
