# kind: exact
"""Variance of a batch's mean gradient, drawn with and without replacement."""

# --8<-- [start:variance]
import numpy as np

N, DRAWS = 20, 100_000
rng = np.random.default_rng(0)
g = rng.normal(size=N)  # one number for each sample's gradient
g = (g - g.mean()) / g.std()  # so σ² = 1
replaced = g[rng.integers(N, size=(DRAWS, N))]
shuffled = rng.permuted(np.tile(g, (DRAWS, 1)), axis=1)

print(" B   with  formula   without  formula")
for B in (1, 5, 10, 20):
    free, kept = (x[:, :B].mean(axis=1).var() for x in (replaced, shuffled))
    rest = (N - B) / (N - 1) / B
    print(f"{B:2} {free:6.3f} {1 / B:8.3f} {kept:9.3f} {rest:8.3f}")
# --8<-- [end:variance]
