# kind: exact
"""Exercise: moving the curve by half the error halves the error."""

import numpy as np

from chainrule.scratch.models.regression import ramp_sum, ramps

# --8<-- [start:solution]
x, knots = np.linspace(0, 1, 10_001), np.linspace(0, 1, 5)
h = knots[1]
through = ramp_sum(x, *ramps(knots, knots**2))
moved = ramp_sum(x, *ramps(knots, knots**2 - h**2 / 8))
for name, y in (("through the curve", through), ("moved down", moved)):
    print(f"{name:17} error {np.abs(x**2 - y).max():.6f}")
print(f"h²/4 = {h**2 / 4:.6f}, h²/8 = {h**2 / 8:.6f}")
# --8<-- [end:solution]
