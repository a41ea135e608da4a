# kind: exact
"""Three ramps make a curve of three pieces: the numbers."""

import numpy as np

from chainrule.scratch.models.regression import ramp_sum, ramps

# --8<-- [start:by-hand]
knots, values = [0, 1, 3, 4], [1, 3, 0, 1]
w, b, c, b0 = ramps(knots, values)
print("constant", b0)
for i in range(3):
    print(f"ramp {i + 1}: w = {w[i]:4.1f}, b = {b[i]:4.1f}, c = {c[i]:4.1f}")

x = np.linspace(-1, 5, 1001)
gap = ramp_sum(x, w, b, c, b0) - np.interp(x, knots, values)
print(f"largest difference from np.interp: {np.abs(gap).max():.0e}")
# --8<-- [end:by-hand]
