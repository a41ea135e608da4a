# kind: exact
"""Exercise: what happens when the bias pays, too."""

import numpy as np

from chainrule.scratch.models import Ridge
from chainrule.scratch.preprocessing import design_matrix

# --8<-- [start:solution]
X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])
for shift in (0, 100):
    free = Ridge(1.0).fit(X, t + shift)
    paying = Ridge(1.0, fit_intercept=False)
    paying.fit(design_matrix(X), t + shift)
    b, w = paying.w_
    print(
        f"targets + {shift:3}: free bias w = {free.w_[0]:.3f}, "
        f"b = {free.b_:7.3f}; paying w = {w:6.3f}, b = {b:7.3f}"
    )
# --8<-- [end:solution]
