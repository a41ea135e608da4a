# kind: exact
"""Gradient descent on two inputs, the second one larger."""

# --8<-- [start:scales]
import math

import numpy as np

corners = np.array([[1.0, 1], [1, -1], [-1, 1], [-1, -1]])
print("second input   kappa     steps    theory")
for size in (1, 10, 100):
    X = corners * [1, size]
    w_star = np.array([1, 1 / size])  # so that both inputs matter alike
    t = X @ w_star
    h = (X**2).mean(axis=0)  # (32.2)
    kappa, eta = h.max() / h.min(), 2 / h.sum()  # the best rate
    w, steps = np.zeros(2), 0
    while np.abs(w / w_star - 1).max() > 0.01:
        w -= eta * X.T @ (X @ w - t) / len(X)
        steps += 1
    theory = math.log(0.01) / math.log((kappa - 1) / (kappa + 1) or 0.01)
    print(f"x {size:<5} {kappa:13,.0f} {steps:9,} {theory:9,.0f}")
# --8<-- [end:scales]
