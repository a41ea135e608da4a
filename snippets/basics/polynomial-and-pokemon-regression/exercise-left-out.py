# kind: exact
"""Exercise: leave each sample out without fitting again."""

import numpy as np

from chainrule.data import cp_pairs
from chainrule.scratch.preprocessing import powers

# --8<-- [start:solution]
X, t = cp_pairs()
for degree in range(1, 6):
    Z = powers(X[:, 0] / X.max(), degree)
    Q, _ = np.linalg.qr(np.column_stack([np.ones(len(t)), Z]))
    error = Q @ (Q.T @ t) - t
    leverage = np.sum(Q**2, axis=1)  # diagonal of Q Q.T
    left_out = np.abs(error / (1 - leverage))
    print(
        f"{degree}: mean {left_out.mean():7.1f}, "
        f"leverage of the strongest {leverage.max():.6f}"
    )
# --8<-- [end:solution]
