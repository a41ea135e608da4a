# kind: exact
"""Gradient descent from 350 starts: where it stops, and how good that is."""

from chainrule.scratch.analysis import valleys, valleys_slope
from chainrule.scratch.optim import gradient_descent

# --8<-- [start:starts]
import numpy as np

starts = np.arange(-225, 125) / 100  # 350 of them, -2.25 to 1.24
ends = gradient_descent(valleys_slope, starts, lr=0.1, steps=2000)[-1]
places, counts = np.unique(ends.round(2), return_counts=True)
for w, count in zip(places, counts, strict=True):
    print(f"w = {w:5.2f}: {count:3} starts, loss {valleys(w):.3f}")
# --8<-- [end:starts]
