# kind: exact
"""The line of least squares through the lecture's ten pairs."""

import numpy as np

from chainrule.data import cp_pairs
from chainrule.scratch.models.regression import least_squares, predict

# --8<-- [start:line]
X, t = cp_pairs()
w, b = least_squares(X, t)
error = predict(X, w, b) - t
print(f"CP after = {b:.1f} + {w[0]:.2f} * CP before")
print(f"mean absolute error      {np.abs(error).mean():6.1f}")
print(f"root mean squared error  {np.sqrt(np.mean(error**2)):6.1f}")
print(f"root of the sum, over N  {np.linalg.norm(error) / len(t):6.1f}")
# --8<-- [end:line]
