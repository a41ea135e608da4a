# kind: study
"""A rate that falls as 1/t brings the noise floor down."""

# --8<-- [start:solution]
import numpy as np

a, rng, theta = 2.0, np.random.default_rng(0), np.full(20_000, 3.0)
print("t,variance,formula")
for step in range(1, 1001):
    noise = rng.normal(size=20_000)
    theta -= 1 / (a * step) * (a * theta + noise)
    if step in (1, 10, 100, 1000):
        print(f"{step},{theta.var():.6f},{1 / (a * a * step):.6f}")
# --8<-- [end:solution]
