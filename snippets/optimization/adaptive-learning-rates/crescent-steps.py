# kind: study
"""Steps through the crescent: twenty starts, the best of eight rates.

Prints CSV: for each rule its best rate, and the steps until the loss is below
0.01: median, lowest and highest of the starts.
"""

import numpy as np

from chainrule.scratch.optim import adagrad, rms_normalized_sgd, rmsprop

# --8<-- [start:crescent]


def height(p):
    r = np.hypot(*p)
    return 10 * (r - 2) ** 2 + 0.3 * (1 - p[1] / r)


def slope(p):
    x, y = p
    r = np.hypot(x, y)
    wall, floor = 20 * (r - 2) / r, 0.3 / r**3
    return np.array([wall * x + floor * x * y, wall * y - floor * x**2])


rng = np.random.default_rng(0)
angle, radius = rng.uniform(3.5, 4.45, 20), rng.uniform(1.5, 2.6, 20)
points = radius * np.array([np.cos(angle), np.sin(angle)])


def steps(rule, lr, clock, **options):
    """Until the loss is below 0.01 for each start; 2,000 if it never is."""
    p, kept, found = points, np.zeros_like(points), np.full(20, 2000)
    for t in range(1, 2000):
        p, kept = rule(p, slope(p), kept, *[t] * clock, lr=lr, **options)
        found = np.where((height(p) < 0.01) & (found == 2000), t, found)
    return found


RULES = {
    "Adagrad": (adagrad, False, {}),
    "RMS of all": (rms_normalized_sgd, True, {}),
    "RMSProp": (rmsprop, False, {"alpha": 0.9}),
}
RATES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
print("rule,lr,steps,low,high")
for name, (rule, clock, options) in RULES.items():
    counts = {lr: steps(rule, lr, clock, **options) for lr in RATES}
    chosen = min(counts, key=lambda lr: np.median(counts[lr]))
    n = counts[chosen]
    print(f"{name},{chosen},{np.median(n):.0f},{n.min()},{n.max()}")
# --8<-- [end:crescent]
