# kind: exact
"""The gradient jumps from 0.1 to 10: how fast the root follows."""

# --8<-- [start:jump]
import numpy as np

g = np.array([0.1] * 100 + [10.0] * 5)
for alpha in (0.1, 0.9, 0.99):
    v, out = g[0] ** 2, []
    for x in g:
        v = alpha * v + (1 - alpha) * x**2
        out.append(x / np.sqrt(v))
    print(f"{alpha=:<4}  steps / lr:", *(f"{y:6.2f}" for y in out[99:]))
mean = np.cumsum(g**2) / np.arange(1, len(g) + 1)
out = (g / np.sqrt(mean))[99:]
print("mean of all  steps / lr:", *(f"{y:6.2f}" for y in out))
# --8<-- [end:jump]
