# kind: numeric
"""Exercise: shuffled folds of a series, and its future."""

# --8<-- [start:solution]
import numpy as np

from chainrule.training import KFold, cross_validate

days = np.arange(400)
for seed in range(3):
    t = np.random.default_rng(seed).normal(size=400).cumsum()

    def nearest_day(train, held_out, t=t):
        gaps = np.abs(days[held_out][:, None] - days[train])
        return np.mean((t[train][gaps.argmin(axis=1)] - t[held_out]) ** 2)

    folds = KFold(5, shuffle=True, random_state=0).split(days)
    shuffled = cross_validate(nearest_day, folds, progress=False).mean
    ahead = nearest_day(days[:320], days[320:])
    print(f"shuffled {shuffled:5.2f}, the last 80 days {ahead:7.2f}")
# --8<-- [end:solution]
