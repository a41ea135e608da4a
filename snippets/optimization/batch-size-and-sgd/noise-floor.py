# kind: study
"""Where SGD comes to rest in a bowl: the spread against the formula."""

# --8<-- [start:floor]
import numpy as np

a, s, RUNS, STEPS = 2.0, 1.0, 20_000, 300
rng = np.random.default_rng(0)
print("lr,measured,formula")
for lr in (0.01, 0.1, 0.5, 0.9):
    theta = np.zeros(RUNS)
    for _ in range(STEPS):
        theta -= lr * (a * theta + s * rng.normal(size=RUNS))
    formula = lr * s**2 / (a * (2 - lr * a))
    print(f"{lr},{theta.var():.4f},{formula:.4f}")
# --8<-- [end:floor]
