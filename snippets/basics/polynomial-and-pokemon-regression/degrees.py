# kind: exact
"""Degree against error on the ten pairs: fitted, and left out in turn."""

import numpy as np

from chainrule.data import cp_pairs
from chainrule.scratch.models import PolynomialRegression

# --8<-- [start:degrees]
X, t = cp_pairs()
print("degree  rms  mean|e|  (5.2)   left out: mean|e|  median|e|")
for degree in range(1, 6):
    model = PolynomialRegression(degree).fit(X, t)
    error = model.predict(X) - t
    left_out = []
    for n in range(len(t)):
        rest = np.arange(len(t)) != n
        model = PolynomialRegression(degree).fit(X[rest], t[rest])
        left_out.append(abs(model.predict(X[[n]])[0] - t[n]))
    print(
        f"{degree:4}  {np.sqrt(np.mean(error**2)):6.1f}  "
        f"{np.abs(error).mean():6.1f}  {np.linalg.norm(error) / 10:6.1f}"
        f"{np.mean(left_out):16.1f}  {np.median(left_out):9.1f}"
    )
# --8<-- [end:degrees]
