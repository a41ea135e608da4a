# kind: numeric
"""Tangents moved up by half of their gap err on both sides, by half as much."""

# --8<-- [start:solution]
import numpy as np

x = np.linspace(-1, 1, 20001)
for k in (7, 8):
    touch = (np.arange(k)[:, None] + 0.5) * 2 / k - 1
    lines = 2 * touch * x - touch**2 + 1 / (2 * k**2)
    print(k, f"pieces: {np.abs(x**2 - lines.max(axis=0)).max():.4f}")
# --8<-- [end:solution]
