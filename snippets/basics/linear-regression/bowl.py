# kind: figure
"""The loss is a bowl: every chord lies above it."""

import matplotlib.pyplot as plt
import numpy as np

X, t = np.array([0.0, 1.0, 2.0]), np.array([1.0, 2.0, 6.0])
TEXT = {"zh": "弦在曲面上方", "en": "the chord lies above"}


def loss(b, w):
    return np.mean((b[..., None] + w[..., None] * X - t) ** 2, axis=-1)


def draw(lang):
    fig = plt.figure(figsize=(5.2, 4.2), layout="none")
    ax = fig.add_axes(
        (0, 0.02, 0.94, 1), projection="3d", computed_zorder=False
    )
    b, w = np.meshgrid(np.linspace(-2.5, 3.5, 25), np.linspace(0, 5, 25))
    ax.plot_surface(b, w, loss(b, w), cmap=None, alpha=0.5, rasterized=True)
    ax.plot_wireframe(
        b, w, loss(b, w), rcount=9, ccount=9, color="C0", lw=0.6, ls="-"
    )
    s = np.linspace(0, 1, 30)
    b, w = -2.2 + 5.2 * s, 0.4 + 4.0 * s
    bottom = loss(b, w)
    chord = bottom[0] + s * (bottom[-1] - bottom[0])
    ax.plot(b, w, bottom, "-", color="C1", zorder=5)
    ax.plot(b, w, chord, "--", color="C1", zorder=5)
    ax.text(b[15], w[15], chord[15] + 4, TEXT[lang], color="C1", zorder=6)
    ax.set(xlabel="$b$", ylabel="$w$", zlabel="$L$")
    ax.view_init(elev=24, azim=-58)
    return fig
