"""A made-up channel's daily views; the lecture's are not public."""

# --8<-- [start:daily-views]
import numpy as np

WEEK = np.array([0.5, 0.6, 0.5, 0.3, 0.0, -1.1, -0.8])  # from Monday


def expected(yesterday):
    """Deviation from the weekly cycle to expect after yesterday's.

    A deviation lasts, as long as it is small. A rush turns round: who
    came yesterday does not come today.
    """
    return np.interp(yesterday, [-1, 0.25, 1], [-0.8, 0.8, -0.8])


def daily_views(days, seed=0, noise=0.25):
    """Synthetic views on so many days, in thousands: (days,).

    A level of 5, a fixed weekly cycle, and a deviation that follows
    expected(yesterday's) plus noise times a standard normal number.
    Nobody can forecast those, so no root mean squared error stays below
    noise in the long run. Raises ValueError for days < 1 or noise < 0.
    """
    if days < 1 or not noise >= 0:
        raise ValueError(f"invalid days {days} or noise {noise}")
    deviations, last = np.empty(days), 0.0
    normal = np.random.default_rng(seed).standard_normal(days)
    for day in range(days):
        deviations[day] = last = expected(last) + noise * normal[day]
    return 5 + WEEK[np.arange(days) % 7] + deviations


def look_back(views, days):
    """Features X (N, days), yesterday first, and targets t (N,).

    N = len(views) - days; row n forecasts day n + days. Raises
    ValueError unless 1 <= days < len(views).
    """
    views = np.asarray(views)
    if views.ndim != 1 or not 1 <= days < len(views):
        raise ValueError(f"cannot look back {days} in {views.shape}")
    windows = np.lib.stride_tricks.sliding_window_view(views, days + 1)
    return windows[:, -2::-1].copy(), windows[:, -1].copy()


# --8<-- [end:daily-views]
