# kind: exact
"""The same four models after a hundred days and after a thousand."""

import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.linear_regression import least_squares, predict
from chainrule.scratch.nn import mse

# --8<-- [start:gap]
print("seen back  training        unseen year")
for seen in (100, 1000):
    for days in (1, 7, 28, 56):
        losses = []
        for seed in range(20):  # twenty series; all models see the same t
            views = daily_views(56 + seen + 365, seed)[56 - days :]
            X, t = look_back(views, days)
            y = predict(X, *least_squares(X[:seen], t[:seen]))
            losses.append([mse(y[:seen], t[:seen]), mse(y[seen:], t[seen:])])
        losses = np.sqrt(losses)  # in thousands of views
        low, high = losses.min(axis=0), losses.max(axis=0)
        cells = [
            f"{middle:.2f} {low[i]:.2f}-{high[i]:.2f}"
            for i, middle in enumerate(np.median(losses, axis=0))
        ]
        print(f"{seen:4} {days:4}  {cells[0]}  {cells[1]}")
# --8<-- [end:gap]
