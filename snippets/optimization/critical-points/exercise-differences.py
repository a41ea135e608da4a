# kind: exact
"""Exercise: differences turn a zero eigenvalue into a positive one."""

import numpy as np

from chainrule.scratch.analysis import (
    central_hessian,
    classify_critical_point,
)

# --8<-- [start:solution]


def surface(p):
    return p[0] ** 2 - 2 * p[1] ** 3 + p[1] ** 4  # falls for small y > 0


for h in (1e-1, 1e-2, 1e-3):
    H = central_hessian(surface, np.zeros(2), h)
    kinds = [classify_critical_point(H, tol) for tol in (None, 10 * h**2)]
    print(f"h = {h:5}: eigenvalue {H[1, 1]:.0e} -> {kinds[0]}, {kinds[1]}")
# --8<-- [end:solution]
