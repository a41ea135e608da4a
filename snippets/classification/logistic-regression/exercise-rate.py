# kind: exact
"""Solution: the safe rate of one standardized feature is 4."""

from chainrule.scratch.models.linear.logistic_regression import (
    hessian,
    safe_rate,
)

# --8<-- [start:solution]
import numpy as np

x = np.random.default_rng(0).normal(size=(50, 1))
x = (x - x.mean()) / x.std()
print("safe rate", safe_rate(x).round(12))
for w in (0, 1, 5):
    steepest = np.linalg.eigvalsh(hessian(x, np.array([w]), 0.0))[-1]
    print(f"w = {w}: descent may use up to {2 / steepest:.2f}")
# --8<-- [end:solution]
