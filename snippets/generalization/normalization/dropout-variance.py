# kind: exact
"""The variance behind dropout: over all masks, and by the formula."""

# --8<-- [start:dropout]
from itertools import product

import numpy as np

units = np.array([-2.0, -1, -1, 0, 0, 1, 1, 2])  # mean 0, variance 1.5
masks = np.array([*product((0, 1), repeat=len(units))])
print(" c    p  train formula   test ratio")
for c, p in ((0, 0.5), (0, 0.2), (1, 0.5)):
    x = units + c
    chance = (p ** (1 - masks) * (1 - p) ** masks).prod(axis=1)
    square = (chance @ (masks * x / (1 - p)) ** 2).mean()
    training = square - x.mean() ** 2
    v = x.var()  # in evaluation all units are there
    formula = (v + c**2) / (1 - p) - c**2  # (32.18)
    shown = f"{training:7.3f} {formula:7.3f} {v:6.3f} {v / training:5.3f}"
    print(f"{c:2} {p:4}{shown}")
# --8<-- [end:dropout]
