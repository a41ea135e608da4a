# kind: exact
"""What a linear model with p of 40 features can expect."""

# --8<-- [start:expected]
import numpy as np


def expected(N, p, w, sigma):
    """Mean training and test loss of least squares with p features.

    t = w·x + noise of deviation sigma, x standard normal (d,); the first
    p of the d features are used. Raises ValueError unless there are
    samples enough, N > p + 1.
    """
    if not 0 <= p <= len(w) or p + 1 >= N:
        raise ValueError(f"N = {N} samples, p = {p} of {len(w)} features")
    s2 = sigma**2 + np.sum(np.square(w[p:]))  # (28.6)
    train = s2 * (1 - p / N)  # (28.4)
    test = s2 * (1 + p / (N - p - 1))  # (28.5)
    return train, test


# --8<-- [end:expected]

# --8<-- [start:print]
w = [1.0] * 5 + [0.0] * 35  # five features matter, 35 do not
for title, cases in {
    "more data": [(50, 40), (100, 40), (200, 40), (1000, 40)],
    "fewer features": [(50, 40), (50, 20), (50, 10), (50, 5)],
    "too few": [(50, 5), (50, 4), (50, 2), (50, 0)],
}.items():
    print(f"{title:<16}   N   p  train   test")
    for N, p in cases:
        train, test = expected(N, p, w, sigma=1)
        print(f"{'':<16}{N:4} {p:3} {train:6.2f} {test:6.2f}")
# --8<-- [end:print]
