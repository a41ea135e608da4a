# kind: study
"""The same four models after a hundred days and after a thousand.

Prints CSV: root mean squared errors in thousands of views, the median of
twenty series, the lowest and the highest; then in how many series a model does
worse on the unseen year than that of seven days, and in how many it is best.
"""

import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.regression import least_squares, predict
from chainrule.scratch.nn import mse

# --8<-- [start:gap]
SERIES, BACK = 20, (1, 7, 28, 56)

print("days,back,training,low,high,unseen,unseen_low,unseen_high,behind_7,best")
for seen in (100, 1000):
    losses = np.zeros((SERIES, len(BACK), 2))  # on the days seen, and unseen
    for seed in range(SERIES):
        for i, days in enumerate(BACK):  # all models see the same t
            views = daily_views(56 + seen + 365, seed)[56 - days :]
            X, t = look_back(views, days)
            y = predict(X, *least_squares(X[:seen], t[:seen]))
            parts = slice(seen), slice(seen, None)
            losses[seed, i] = [mse(y[p], t[p]) ** 0.5 for p in parts]
    unseen = losses[:, :, 1]
    behind = (unseen > unseen[:, [1]]).sum(axis=0)
    best = (unseen == unseen.min(axis=1, keepdims=True)).sum(axis=0)
    for i, days in enumerate(BACK):
        cells = [
            f(part) for part in losses[:, i].T for f in (np.median, min, max)
        ]
        cells = [f"{cell:.2f}" for cell in cells]
        print(seen, days, *cells, behind[i], best[i], sep=",")
# --8<-- [end:gap]
