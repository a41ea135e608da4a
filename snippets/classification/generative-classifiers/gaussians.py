# kind: figure
"""Contours of four Gaussians in the plane."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.models.generative import gaussian_log_density

TEXT = {"zh": {"x": "$x_{1}$", "y": "$x_{2}$"}}
TEXT["en"] = TEXT["zh"]
PANELS = (  # mean and the entries of the covariance
    ((0, 0), (1, 0, 1)),
    ((1, 1), (1, 0, 1)),
    ((0, 0), (2, 0, 0.4)),
    ((0, 0), (1.5, 0.9, 1)),
)

RADII = np.array([2, 1.5, 1, 0.5])
NOTE = "$\\Sigma_{11} = %g$, $\\Sigma_{22} = %g$\n$\\Sigma_{12} = %g$"


def draw(lang):
    text = TEXT[lang]
    fig, axes = plt.subplots(2, 2, figsize=(5.4, 5.6), sharex=True, sharey=True)
    side = np.linspace(-3, 3, 81)
    grid = np.stack(np.meshgrid(side, side), axis=-1)
    for ax, (mean, (a, c, b)) in zip(axes.flat, PANELS, strict=True):
        S = np.array([[a, c], [c, b]], float)
        ln = gaussian_log_density(grid.reshape(-1, 2), np.array(mean), S)
        height = np.exp(ln).reshape(grid.shape[:2])
        levels = height.max() * np.exp(-(RADII**2) / 2)
        ax.contour(side, side, height, levels, colors="C0", linestyles="-")
        ax.plot(*mean, "+", color="C1", ms=9, mew=2)
        ax.set_title(f"$\\mu = ({mean[0]}, {mean[1]})$", fontsize=10)
        entries = NOTE % (a, b, c)
        place = {"transform": ax.transAxes, "va": "top", "fontsize": 9}
        ax.text(0.03, 0.98 if mean[0] == 0 else 0.2, entries, **place)
        ax.set_aspect("equal")
    for ax in axes[1]:
        ax.set_xlabel(text["x"])
    for ax in axes[:, 0]:
        ax.set_ylabel(text["y"])
    return fig
