# kind: exact
"""Three revisions of the forecast, and two that need no learning."""

import numpy as np

from chainrule.data import daily_views, look_back
from chainrule.scratch.models.linear_regression import least_squares, predict

seen = 2 * 365


def errors(features, t):
    w, b = least_squares(features[:seen], t[:seen])
    return predict(features, w, b) - t


# --8<-- [start:revise]
def rms(error):  # root of the mean squared error, in thousands of views
    return np.sqrt(np.mean(error**2))


losses = {}
for seed in range(10):  # ten series
    X, t = look_back(daily_views(7 + 3 * 365, seed), 7)
    weekday = np.eye(7)[np.arange(len(t)) % 7]  # a one for its weekday
    for name, error in (
        ("always the mean", t[:seen].mean() - t),
        ("as a week ago", X[:, 6] - t),
        ("yesterday", errors(X[:, :1], t)),
        ("seven days", errors(X, t)),
        ("yesterday, weekday", errors(np.hstack([X[:, :1], weekday]), t)),
    ):
        losses.setdefault(name, []).append(rms(error[seen:]))

print("unseen year          median  lowest  highest")
for name, values in losses.items():
    low, high = min(values), max(values)
    print(f"{name:20}  {np.median(values):.3f}   {low:.3f}    {high:.3f}")
# --8<-- [end:revise]
