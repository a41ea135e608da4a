# kind: study
"""Linear models that look back 1, 7, 28 and 56 days; ten synthetic series.

Prints CSV: root mean squared errors in thousands of views on seen and on unseen
days, the median over the series with the lowest and the highest.
"""

import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.regression import least_squares, predict
from chainrule.scratch.nn import mse

# --8<-- [start:look-back]
SERIES = 10

print("days,seen,seen_low,seen_high,unseen,low,high")
for days in (1, 7, 28, 56):
    losses = []
    for seed in range(SERIES):
        # Three years to learn from, then one that nobody has seen. All
        # four models forecast the same days: from the 57th on.
        views = daily_views(4 * 365, seed)[56 - days :]
        X, t = look_back(views, days)
        seen = 3 * 365 - 56
        w, b = least_squares(X[:seen], t[:seen])
        y = predict(X, w, b)
        losses.append([mse(y[:seen], t[:seen]), mse(y[seen:], t[seen:])])
    losses = np.sqrt(losses)  # in thousands of views
    numbers = np.array([f(losses, axis=0) for f in (np.median, np.min, np.max)])
    print(days, *(f"{x:.3f}" for x in numbers.T.ravel()), sep=",")
# --8<-- [end:look-back]
