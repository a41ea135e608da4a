# kind: figure
"""Five optimizers on one surface, which a reader may choose."""

import matplotlib.pyplot as plt
import numpy as np

from chainrule.scratch.optim import adagrad, adam, momentum, rmsprop, sgd

EXPLORER = "race"
STEPS, SHOWN, KAPPA = 200, 40, 20
MINIMUM = {"zh": "最小值", "en": "minimum"}


# Loss and derivatives at (x, y). The explorer has the same formulas, term by
# term, so that both round alike.
def bowl(x, y, kappa):
    return 0.5 * (x * x + kappa * (y * y)), x, kappa * y


def turned(x, y, kappa):
    c = np.sqrt(0.5)
    u, v = c * (x + y), c * (y - x)
    loss, by_u, by_v = bowl(u, v, kappa)
    return loss, c * (by_u - by_v), c * (by_u + by_v)


def rosenbrock(x, y, _):
    a, b = 1 - x, y - x * x
    return a * a + 100 * (b * b), -2 * a - 400 * (x * b), 200 * b


def beale(x, y, _):
    y2 = y * y
    y3 = y2 * y
    a, b, c = 1.5 - x + x * y, 2.25 - x + x * y2, 2.625 - x + x * y3
    by_x = 2 * a * (y - 1) + 2 * b * (y2 - 1) + 2 * c * (y3 - 1)
    by_y = 2 * (a * x) + 4 * (b * x * y) + 6 * (c * x * y2)
    return a * a + b * b + c * c, by_x, by_y


def saddle(x, y, _):
    y2 = y * y
    return 0.5 * (x * x) + 0.25 * (y2 * y2) - 0.5 * y2, x, y2 * y - y


SURFACES = {
    "bowl": (bowl, (-5, 2, -2, 2), (-4, 1.5), 0, [(0, 0)]),
    "turned": (turned, (-4, 2, -3, 3), (-3.5, -1.5), 0, [(0, 0)]),
    "rosenbrock": (rosenbrock, (-2, 2, -1, 3), (-1.5, 2.5), 0, [(1, 1)]),
    "beale": (beale, (-2, 4.5, -2, 2), (1, 1.5), 0, [(3, 0.5)]),
    "saddle": (saddle, (-3, 3, -2, 2), (-2.5, 0.05), -0.25, [(0, 1), (0, -1)]),
}
OPTIMIZERS = {
    "sgd": {"lr": 0.07},
    "momentum": {"lr": 0.01, "mu": 0.9},
    "adagrad": {"lr": 0.7},
    "rmsprop": {"lr": 0.1, "alpha": 0.9},
    "adam": {"lr": 0.2, "beta1": 0.9, "beta2": 0.999},
}
NAMES = {
    "sgd": "SGD",
    "momentum": "Momentum",
    "adagrad": "Adagrad",
    "rmsprop": "RMSProp",
    "adam": "Adam",
}
CHOICES = {
    "lr": [
        float(f"{m}e{e}") for e in range(-4, 1) for m in (1, 1.5, 2, 3, 5, 7)
    ],
    "mu": [0.0, 0.5, 0.8, 0.9, 0.95, 0.99],
    "alpha": [0.0, 0.5, 0.9, 0.95, 0.99, 0.999],
    "beta1": [0.0, 0.5, 0.8, 0.9, 0.95, 0.99],
    "beta2": [0.5, 0.9, 0.95, 0.99, 0.999, 0.9999],
    "kappa": [1, 2, 5, 10, 20, 50, 100],
    "noise": [0, 0.1, 0.3, 1, 3, 10],
}
LEVELS = [0.01 * 4.0**i for i in range(10)]  # above the lowest loss
NOISE = np.random.default_rng(0).normal(size=(STEPS, 2)).round(3)


def walk(name, surface, start, kappa=KAPPA, noise=0, steps=STEPS, **chosen):
    """Every point that an optimizer visits, (steps + 1, 2)."""
    given = OPTIMIZERS[name] | chosen
    lr, height = given["lr"], SURFACES[surface][0]
    w, m, v = np.array(start, dtype=float), np.zeros(2), np.zeros(2)
    found = [w]
    for t in range(1, steps + 1):
        g = np.array(height(*w, kappa)[1:]) + noise * NOISE[t - 1]
        if name == "sgd":
            w = sgd(w, g, lr)
        elif name == "momentum":
            w, m = momentum(w, g, m, lr, given["mu"])
        elif name == "adagrad":
            w, v = adagrad(w, g, v, lr)
        elif name == "rmsprop":
            w, v = rmsprop(w, g, v, lr, given["alpha"])
        else:
            betas = given["beta1"], given["beta2"]
            w, m, v = adam(w, g, m, v, t, lr, betas)
        found.append(w)
    return np.array(found)


def explore():
    return {
        "steps": STEPS,
        "shown": SHOWN,
        "kappa": KAPPA,
        "surfaces": {
            name: {"box": box, "start": start, "lowest": low, "minima": minima}
            for name, (_, box, start, low, minima) in SURFACES.items()
        },
        "names": NAMES,
        "optimizers": OPTIMIZERS,
        "choices": CHOICES,
        "levels": LEVELS,
        "noise": NOISE,
    }


def draw(lang):
    left, right, low, high = SURFACES["bowl"][1]
    x, y = np.meshgrid(np.linspace(left, right, 90), np.linspace(low, high, 70))
    fig, ax = plt.subplots(figsize=(5.6, 4.2))
    ax.contour(
        x, y, bowl(x, y, KAPPA)[0], LEVELS, colors="0.55", linewidths=0.7
    )
    for name, given in OPTIMIZERS.items():
        way = walk(name, "bowl", SURFACES["bowl"][2], steps=SHOWN)
        label = f"{NAMES[name]}, $\\eta={given['lr']}$"
        [line] = ax.plot(*way.T, lw=1.6, label=label)
        ax.plot(*way[-1], "o", ms=6, color=line.get_color())
    ax.plot(0, 0, "*", ms=11, color="C4", zorder=4)
    ax.annotate(MINIMUM[lang], (0, 0), (8, -16), textcoords="offset points")
    ax.set(xlabel="$x$", ylabel="$y$", xlim=(left, right), ylim=(low, high))
    ax.legend(loc="lower left", fontsize=9.5)
    return fig
