# kind: exact
"""How the error falls with the number of pieces, against its bound."""

import numpy as np

from chainrule.scratch.models.regression import ramp_sum, ramps

# --8<-- [start:rate]
x = np.linspace(0, 2 * np.pi, 100_001)
for pieces in (4, 8, 16, 32, 64, 128):
    knots = np.linspace(0, 2 * np.pi, pieces + 1)
    g = ramp_sum(x, *ramps(knots, np.sin(knots)))
    error = np.abs(np.sin(x) - g).max()
    bound = (2 * np.pi / pieces) ** 2 / 8  # (3.3): |f''| is at most 1
    print(f"{pieces:3} pieces: error {error:.6f}, bound {bound:.6f}")
print("for 0.001:", int(np.ceil(2 * np.pi * np.sqrt(1 / 0.008))), "pieces")
# --8<-- [end:rate]
