# kind: exact
"""The two scalings of dropout, trained so that they stay the same network."""

# --8<-- [start:solution]
import numpy as np

rng = np.random.default_rng(0)
p, lr = 0.5, 0.1
X, t = rng.normal(size=(100, 4)), rng.normal(size=100)
inverted = rng.normal(size=4)
noted = inverted / (1 - p)
for x, target in zip(X, t, strict=True):
    kept = rng.random(4) >= p
    error = inverted @ (kept * x) / (1 - p) - target
    other = noted @ (kept * x) - target
    inverted = inverted - lr * error * kept * x / (1 - p)
    noted = noted - lr / (1 - p) ** 2 * other * kept * x
print("the same at test time:", np.allclose(inverted, (1 - p) * noted))
# --8<-- [end:solution]
