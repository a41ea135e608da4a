# kind: numeric
"""A line for a parabola, learned on [0, 1] and asked elsewhere."""

# --8<-- [start:shift]
from fractions import Fraction

import numpy as np


def moments(a):
    """Means of x, x^2, x^3 and x^4 for x uniform on [a, a + 1]."""
    a = Fraction(a)
    return [((a + 1) ** k - a**k) / k for k in range(2, 6)]


def best_line(a):
    """Slope and intercept of the best line for t = x^2 on [a, a + 1]."""
    x, x2, x3, _ = moments(a)
    w = (x3 - x * x2) / (x2 - x**2)
    return w, x2 - w * x


def loss(line, a):
    """Mean of (x^2 - w x - b)^2 on [a, a + 1]."""
    (w, b), (x, x2, x3, x4) = line, moments(a)
    return x4 - 2 * w * x3 + (w**2 - 2 * b) * x2 + 2 * w * b * x + b**2


# --8<-- [end:shift]

# --8<-- [start:print]
there, here = best_line(0), best_line(1)
print("learned on [0, 1]: slope", there[0], "intercept", there[1])
print("  loss there", loss(there, 0), " on [1, 2]", loss(there, 1))
print("learned on [1, 2]: slope", here[0], "intercept", here[1])
print("  loss there", loss(here, 1), " on [0, 1]", loss(here, 0))

rng = np.random.default_rng(0)
print("samples   on [0, 1]   on [1, 2]")
for N in (10, 100, 1000, 100_000):
    x = rng.uniform(0, 1, N)
    fit = np.polyfit(x, x**2, 1)
    losses = [float(loss(fit, a)) for a in (0, 1)]
    print(f"{N:7,} {losses[0]:11.4f} {losses[1]:11.3f}")
# --8<-- [end:print]
