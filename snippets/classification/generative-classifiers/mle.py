# kind: exact
"""The most likely Gaussian of the water type, and how others compare."""

import numpy as np

from chainrule.data import pokemon_stats
from chainrule.scratch.models.generative import (
    gaussian_log_density,
    gaussian_mle,
)

# --8<-- [start:mle]
X, y = pokemon_stats()
two = X[:, [3, 5]]  # defense, special defense
water = two[y == "water"]  # (79, 2)
mean, covariance = gaussian_mle(water)
print("mean", mean.round(1))
print("covariance\n", covariance.round(1))

best = gaussian_log_density(water, mean, covariance).sum()
rng = np.random.default_rng(0)
others = []
for _ in range(300):
    change = np.eye(2) + 0.1 * rng.normal(size=(2, 2))
    L = np.linalg.cholesky(covariance) @ change
    shifted = mean + rng.normal(size=2)
    others.append(gaussian_log_density(water, shifted, L @ L.T).sum())
print(f"ln L of the formula      {best:.2f}")
print(f"best of 300 others       {max(others):.2f}")
# --8<-- [end:mle]
