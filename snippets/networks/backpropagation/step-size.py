# kind: figure
"""The error of a numerical derivative against its step."""

import matplotlib.pyplot as plt
import numpy as np

TEXT = {
    "zh": {
        "step": "步长 $\\epsilon$",
        "error": "相对误差",
        "64": "中心差分，float64",
        "32": "中心差分，float32",
        "complex": "复数步长",
    },
    "en": {
        "step": "step $\\epsilon$",
        "error": "relative error",
        "64": "central difference, float64",
        "32": "central difference, float32",
        "complex": "complex step",
    },
}


def network(w, dtype=float):
    """A loss of one weight, behind two layers of tanh."""
    x = np.linspace(-1, 1, 9).astype(dtype)
    y = np.tanh(dtype(1.3) * np.tanh(w * x + dtype(0.2)) - dtype(0.4))
    return ((y - x**2) ** 2).mean(dtype=None)


def draw(lang):
    text = TEXT[lang]
    steps = np.logspace(-14, 0, 57)
    true = network(0.7 + 1e-30j, complex).imag / 1e-30
    fig, ax = plt.subplots(figsize=(5.6, 3.4))
    for name, dtype, marker, color in (
        ("32", np.float32, "--", "C1"),
        ("64", np.float64, "-", "C0"),
    ):
        errors = []
        for step in steps:
            w, h = dtype(0.7), dtype(step)
            up, down = network(w + h, dtype), network(w - h, dtype)
            slope = (up - down) / (2 * h)
            errors.append(max(abs(slope / true - 1), 1e-17))
        ax.loglog(steps, errors, marker, color=color, label=text[name])
    errors = [
        max(abs(network(0.7 + 1j * h, complex).imag / h / true - 1), 1e-16)
        for h in steps
    ]
    ax.loglog(steps, errors, ":", color="C2", lw=2.5, label=text["complex"])
    ax.set(xlabel=text["step"], ylabel=text["error"], ylim=(3e-17, 30))
    ax.legend(loc="lower right")
    return fig
