# kind: exact
"""Errors of the first forecast, sorted by weekday."""

import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.regression import least_squares, predict

# --8<-- [start:week]
X, t = look_back(daily_views(7 + 3 * 365), 7)  # t starts on a Monday
weekday = np.arange(len(t)) % 7
seen = 2 * 365  # two years to learn from, the third stays unseen


def errors(features, t):  # steps 1 to 3, with the formula of chapter 2
    w, b = least_squares(features[:seen], t[:seen])
    return predict(features, w, b) - t


# --8<-- [end:week]

# --8<-- [start:look]
one, week = errors(X[:, :1], t), errors(X, t)
print("mean error  from yesterday  seven days")
names = "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"
for day, name in enumerate(names):
    days = np.flatnonzero(weekday[:seen] == day)
    print(f"{name} {one[days].mean():20.2f} {week[days].mean():13.2f}")
# --8<-- [end:look]
