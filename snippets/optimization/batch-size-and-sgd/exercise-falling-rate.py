# kind: study
"""A rate that falls as 1/t brings the noise floor down."""

# --8<-- [start:solution]
import numpy as np

a, rng, theta = 2.0, np.random.default_rng(0), np.full(20_000, 3.0)
for step in range(1, 1001):
    noise = rng.normal(size=20_000)
    theta -= 1 / (a * step) * (a * theta + noise)
    if step in (1, 10, 100, 1000):
        print(f"t = {step:4}: spread² {theta.var():.6f}")
# --8<-- [end:solution]
