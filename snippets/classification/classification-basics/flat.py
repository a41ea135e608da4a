# kind: exact
"""The 0-1 loss does not feel a small step."""

import numpy as np

# --8<-- [start:flat]
from chainrule.scratch.nn import hinge, zero_one

x, t = np.array([0.0, 1, 3, 4]), np.array([-1.0, -1, 1, 1])
for b in (-3.5, -2.5, -2.0, -1.5):
    z = x + b  # w = 1: the boundary lies at -b
    wrong = zero_one(np.sign(z), t)
    h = 1e-4
    slopes = [
        (loss(z + h) - loss(z - h)) / (2 * h)
        for loss in (
            lambda z: zero_one(np.sign(z), t),
            lambda z: hinge(z, t),
        )
    ]
    print(f"b {b:4.1f}  0-1 loss {wrong:.2f}, slope {slopes[0]:.2f}", end="")
    print(f"   hinge {hinge(z, t):.3f}, slope {slopes[1]:5.2f}")
# --8<-- [end:flat]
