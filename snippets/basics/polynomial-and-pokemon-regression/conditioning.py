# kind: figure
"""Error of the parameters against the condition number, for both ways."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.linalg import normal_solve, qr_solve
from chainrule.scratch.preprocessing import powers

TEXT = {
    "zh": {
        "x": "条件数 $\\kappa(A)$",
        "y": "参数的相对误差",
        "normal": "正规方程",
        "degree": "{} 次",
    },
    "en": {
        "x": "condition number $\\kappa(A)$",
        "y": "relative error of $\\theta$",
        "normal": "normal equations",
        "degree": "degree {}",
    },
}
EPS = np.finfo(float).eps


def draw(lang):
    text = TEXT[lang]
    x, rng = np.linspace(0, 1, 30), np.random.default_rng(0)
    kappas, errors = [], {"normal": [], "QR": []}
    for degree in range(1, 12):
        A = np.column_stack([np.ones_like(x), powers(x, degree)])
        kappas.append(np.linalg.cond(A))
        for name, solve in (("normal", normal_solve), ("QR", qr_solve)):
            found = []
            for theta in rng.normal(size=(30, degree + 1)):
                error = solve(A, A @ theta) - theta
                found.append(np.linalg.norm(error) / np.linalg.norm(theta))
            errors[name].append(np.quantile(found, [0.1, 0.5, 0.9]))
    fig, ax = plt.subplots(figsize=(5.6, 4.0))
    for power, color, end in ((2, "C1", EPS**-0.5), (1, "C0", 3e8)):
        reach = np.array([3, end])
        ax.loglog(reach, EPS * reach**power, ":", color=color, lw=1.4)
        exponent = "^2" if power == 2 else ""
        ax.text(
            2e5,
            EPS * 2e5**power * 12,
            f"$\\epsilon\\,\\kappa{exponent}$",
            color=color,
            ha="right",
        )
    for name, mark, color in (("normal", "s--", "C1"), ("QR", "o-", "C0")):
        low, middle, high = np.transpose(errors[name])
        ax.loglog(
            kappas,
            middle,
            mark,
            ms=5,
            color=color,
            label=text.get(name, name),
        )
        ax.fill_between(kappas, low, high, color=color, alpha=0.2, lw=0)
    ax.axhline(1, color="0.55", lw=0.8)
    for degree in (2, 6, 10):
        ax.annotate(
            text["degree"].format(degree),
            (kappas[degree - 1], errors["QR"][degree - 1][1]),
            (10, -18),
            textcoords="offset points",
            ha="left",
            fontsize=9,
        )
    ax.set(xlabel=text["x"], ylabel=text["y"], ylim=(1e-17, 1e3))
    ax.legend(loc="upper left")
    return fig
