# kind: exact
"""What the condition number leaves of 16 digits, by either way."""

import numpy as np

from chainrule.scratch.preprocessing import powers

# --8<-- [start:condition]
x = np.linspace(0, 1, 30)
eps = np.finfo(float).eps  # 2.2e-16
print("degree   kappa   eps kappa   eps kappa²")
for degree in (1, 3, 5, 7, 9, 11):
    A = np.column_stack([np.ones_like(x), powers(x, degree)])
    kappa = np.linalg.cond(A)
    print(
        f"{degree:6}  {kappa:.0e}  {eps * kappa:10.0e}  {eps * kappa**2:10.0e}"
    )
# --8<-- [end:condition]
