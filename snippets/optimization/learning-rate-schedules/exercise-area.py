# kind: exact
"""Exercise: how far a schedule can move a weight under a constant gradient."""

# --8<-- [start:solution]
import numpy as np

t = np.arange(10_000)
for name, rates in {
    "0.9^t": 0.9**t,
    "10 / (10 + t)": 10 / (10 + t),
    "1 / sqrt(t + 1)": 1 / np.sqrt(t + 1),
}.items():
    reach = [rates[:n].sum() for n in (100, 1000, 10_000)]
    print(f"{name:15}", *(f"{x:8.1f}" for x in reach))
# --8<-- [end:solution]
