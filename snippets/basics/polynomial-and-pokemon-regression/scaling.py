# kind: exact
"""What dividing the feature does to the condition number, and to QR."""

import numpy as np

from chainrule.data import cp_pairs
from chainrule.scratch.linalg import qr_solve
from chainrule.scratch.preprocessing import powers

# --8<-- [start:scaling]
X, t = cp_pairs()
found = {}
for name, x in (("x", X[:, 0]), ("x / 606", X[:, 0] / 606)):
    A = np.column_stack([np.ones_like(x), powers(x, 5)])
    found[name] = qr_solve(A, t)
    print(f"degree 5, powers of {name}: kappa {np.linalg.cond(A):.0e}")
same = found["x / 606"] / 606.0 ** np.arange(6)
print(
    "same parameters to eight digits:",
    np.allclose(found["x"], same, rtol=1e-8, atol=0),
)
for degree in (5, 6):
    A = np.column_stack([np.ones_like(X), powers(X[:, 0], degree)])
    rank = np.linalg.lstsq(A, t)[2]
    print(
        f"degree {degree}, rank that least_squares sees: {rank} of {degree + 1}"
    )
# --8<-- [end:scaling]
