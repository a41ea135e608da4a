# kind: figure
"""Maxout: a convex curve from its tangents, and any curve from two of them."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "one": "一个单元，五段",
        "two": "两个单元之差",
        "target": "目标",
        "unit": "Maxout",
    },
    "en": {
        "one": "one unit, five pieces",
        "two": "difference of two units",
        "target": "target",
        "unit": "maxout",
    },
}


def tangents(f, slope, touch, x):
    """All tangents of f at these points, (pieces, N)."""
    touch = touch[:, None]
    return f(touch) + slope(touch) * (x - touch)


def draw(lang):
    text = TEXT[lang]
    fig, (left, right) = plt.subplots(1, 2, figsize=(5.6, 3.6))
    x = np.linspace(-1, 1, 401)
    lines = tangents(np.square, lambda z: 2 * z, (np.arange(5) - 2) * 0.4, x)
    for line in lines:
        left.plot(x, line, "-", color="C4", lw=0.8)
    left.plot(x, lines.max(axis=0), "-", color="C0", lw=2.4)
    left.plot(x, x**2, "--", color="C1", lw=1.8)
    left.set(title=text["one"], xlabel="$x$", ylim=(-0.75, 1.25))
    left.set_yticks((-0.5, 0, 0.5, 1))
    x = np.linspace(-np.pi, np.pi, 601)
    touch = (np.arange(6) - 2.5) * np.pi / 3
    parts = (  # both convex, and their difference is the sine
        (lambda z: z**2 / 2 + np.sin(z), lambda z: z + np.cos(z)),
        (lambda z: z**2 / 2, lambda z: z),
    )
    up, down = (tangents(*part, touch, x).max(axis=0) for part in parts)
    right.plot(x, up, "-.", color="C2", lw=1.2)
    right.plot(x, down, ":", color="C3", lw=1.6)
    right.plot(x, up - down, "-", color="C0", lw=2.4, label=text["unit"])
    right.plot(x, np.sin(x), "--", color="C1", lw=1.8, label=text["target"])
    right.text(-1.75, 2.45, "$h_2$", color="C3", ha="left")
    right.text(1.35, 3.1, "$h_1$", color="C2", ha="right")
    right.set(title=text["two"], xlabel="$x$", ylim=(-1.6, 4.6))
    right.set_xticks((-np.pi, 0, np.pi), ("$-\\pi$", "0", "$\\pi$"))
    right.legend(loc="upper center")
    return fig
