# kind: study
"""Three revisions of the forecast, and two that need no learning.

Prints CSV: root mean squared errors on the unseen year of ten series, in
thousands of views, and in how many of them copying last week does better.
"""

import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.regression import least_squares, predict

seen = 2 * 365


def errors(features, t):
    w, b = least_squares(features[:seen], t[:seen])
    return predict(features, w, b) - t


# --8<-- [start:revise]
def rms(error):  # root of the mean squared error, in thousands of views
    return np.sqrt(np.mean(error**2))


SERIES = 10
losses = {}
for seed in range(SERIES):
    X, t = look_back(daily_views(7 + 3 * 365, seed), 7)
    weekday = np.eye(7)[np.arange(len(t)) % 7]  # a one for its weekday
    for name, error in (
        ("always the mean", t[:seen].mean() - t),
        ("as a week ago", X[:, 6] - t),
        ("yesterday", errors(X[:, :1], t)),
        ("seven days", errors(X, t)),
        ("yesterday and weekday", errors(np.hstack([X[:, :1], weekday]), t)),
    ):
        losses.setdefault(name, []).append(rms(error[seen:]))

print("forecast,median,lowest,highest,behind_the_copy")
for name, values in losses.items():
    cells = [f"{f(values):.3f}" for f in (np.median, min, max)]
    behind = np.greater(values, losses["as a week ago"]).sum()
    print(name, *cells, behind, sep=",")
# --8<-- [end:revise]
