# kind: exact
"""How many mistakes, and how many the bound allows."""

import numpy as np

from chainrule.scratch.models import Perceptron
from chainrule.scratch.models.linear import mistake_bound

# --8<-- [start:mistakes]
u = np.array([0.6, 0.8])  # the line that draws the classes: u x = 0.5
for gap in (1.0, 0.3, 0.1, 0.03):
    rows = []
    for seed in range(20):
        X = 2 * np.random.default_rng(seed).normal(size=(400, 2))
        z = X @ u - 0.5
        X, t = X[np.abs(z) > gap], np.sign(z[np.abs(z) > gap])
        model = Perceptron(max_iter=10_000).fit(X, t)
        assert model.converged_
        rows.append([model.mistakes_, mistake_bound(X, t, u, -0.5)])
    made, allowed = np.array(rows).T
    said = f"mistakes {made.min():.0f} to {made.max():.0f}"
    bounds = f"bounds {allowed.min():.0f} to {allowed.max():.0f}"
    print(f"gap {gap:4.2f}: {said}, {bounds}")

X, t = np.array([[99.0], [101.0]]), np.array([-1, 1])
model = Perceptron(max_iter=20_000).fit(X, t)
print(f"99 and 101: mistakes {model.mistakes_}, ", end="")
print(f"bound {mistake_bound(X, t, [1.0], -100.0):.0f}, of x alone {101**2}")
model.fit(X - X.mean(), t)
print(f"centred: mistakes {model.mistakes_}")
# --8<-- [end:mistakes]
