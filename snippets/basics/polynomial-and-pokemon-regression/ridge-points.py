# kind: exact
"""Ridge regression on three points, small enough to check by hand."""

import numpy as np

from chainrule.scratch.models import Ridge

# --8<-- [start:points]
X, t = np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 2.0, 6.0])
for alpha in (0, 0.5, 3, 8):
    model = Ridge(alpha).fit(X, t)
    squares = np.sum((model.predict(X) - t) ** 2)
    penalty = alpha * np.sum(model.w_**2)
    print(
        f"lambda {alpha:3}: w = {model.w_[0]:.2f}, b = {model.b_:.2f}, "
        f"squares {squares:5.2f} + penalty {penalty:.2f}"
    )
# --8<-- [end:points]
