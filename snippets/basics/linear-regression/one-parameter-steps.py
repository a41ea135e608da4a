# kind: exact
"""Gradient descent with one parameter, against its closed form."""

import numpy as np

from chainrule.scratch.optim import gradient_descent

# --8<-- [start:steps]
x, t = np.array([0.0, 1.0, 2.0]), np.array([1.0, 2.0, 6.0])
b = 0.5  # held at its best value, so that only w moves


def slope(w):
    return 2 * np.mean((b + w * x - t) * x)


a = 2 * np.mean(x**2)  # second derivative: 10/3 at every w
path = gradient_descent(slope, 0.0, lr=0.1, steps=5)
for k, w in enumerate(path):
    law = 2.5 + (1 - 0.1 * a) ** k * (0.0 - 2.5)  # (2.11)
    print(f"{k}  w = {w:.6f}  by (2.11) {law:.6f}  slope {slope(w):+.4f}")
# --8<-- [end:steps]
