# kind: exact
"""By how much each degree multiplies the condition number on [0, 1]."""

import numpy as np

from chainrule.scratch.preprocessing import powers

x = np.linspace(0, 1, 30)
kappas = [
    np.linalg.cond(np.column_stack([np.ones_like(x), powers(x, degree)]))
    for degree in range(1, 12)
]
growth = np.divide(kappas[1:], kappas[:-1])
print(
    f"each degree multiplies kappa by {growth.min():.1f} to {growth.max():.1f}"
)
