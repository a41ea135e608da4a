# kind: exact
"""Ten starts of the smallest cascade."""

import numpy as np

from chainrule.scratch.models.cascaded_logistic import CascadedLogistic

# --8<-- [start:learn]
X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 1, 1, 0])

model = CascadedLogistic(units=2, restarts=10).fit(X, t)
print("losses", np.sort(model.losses_).round(3))
print("predictions", model.predict(X))
for x, a in zip(X, model.transform(X), strict=True):
    print(f"x = {x}  a = ({a[0]:.3f}, {a[1]:.3f})")
# --8<-- [end:learn]
