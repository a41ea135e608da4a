# kind: exact
"""Linear models that look back 1, 7, 28 and 56 days; ten synthetic series."""

import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.linear_regression import least_squares, predict
from chainrule.scratch.nn import mse

# --8<-- [start:look-back]
print("days  seen (lowest-highest)    unseen (lowest-highest)")
for days in (1, 7, 28, 56):
    losses = []
    for seed in range(10):
        # Three years to learn from, then one that nobody has seen. All
        # four models forecast the same days: from the 57th on.
        views = daily_views(4 * 365, seed)[56 - days :]
        X, t = look_back(views, days)
        seen = 3 * 365 - 56
        w, b = least_squares(X[:seen], t[:seen])
        y = predict(X, w, b)
        losses.append([mse(y[:seen], t[:seen]), mse(y[seen:], t[seen:])])
    losses = np.sqrt(losses)  # in thousands of views
    middle, low, high = (f(losses, axis=0) for f in (np.median, np.min, np.max))
    print(
        f"{days:4}  {middle[0]:.3f} ({low[0]:.3f}-{high[0]:.3f})"
        f"      {middle[1]:.3f} ({low[1]:.3f}-{high[1]:.3f})"
    )
# --8<-- [end:look-back]
