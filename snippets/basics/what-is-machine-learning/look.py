"""Errors of the first forecast, sorted by weekday."""

import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.linear_regression import least_squares, predict

# --8<-- [start:week]
X, t = look_back(daily_views(7 + 3 * 365), 7)  # t starts on a Monday
weekday = np.arange(len(t)) % 7
seen = 2 * 365  # two years to learn from, the third stays unseen


def errors(features, t):  # steps 1 to 3, with the formula of chapter 2
    w, b = least_squares(features[:seen], t[:seen])
    return predict(features, w, b) - t


# --8<-- [end:week]

# --8<-- [start:look]
print("mean error    Mon   Tue   Wed   Thu   Fri   Sat   Sun")
for name, days in (("yesterday ", 1), ("seven days", 7)):
    error = errors(X[:, :days], t)[:seen]
    means = [error[weekday[:seen] == day].mean() for day in range(7)]
    print(name, *(f"{mean + 0:+.2f}" for mean in means))
# --8<-- [end:look]
