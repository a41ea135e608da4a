# kind: exact
"""How far a measured accuracy lies from the true one, for p = 0.9."""

# --8<-- [start:error]
from math import comb, sqrt


def standard_error(p, N):
    """Of the share of right answers among N, each right with p."""
    if not (0 <= p <= 1 and N >= 1):
        raise ValueError(f"p is a share, N 1 or more: got {p} and {N}")
    return sqrt(p * (1 - p) / N)  # (29.1)


def chance(low, high, percent, N):
    """That low to high of N answers are right, by the binomial law."""
    right, wrong = percent, 100 - percent
    ways = (
        comb(N, r) * right**r * wrong ** (N - r) for r in range(low, high + 1)
    )
    return sum(ways) / 100**N  # whole numbers to the last step


# --8<-- [end:error]

# --8<-- [start:print]
for N in (100, 1000, 10_000):
    error = standard_error(0.9, N)
    away = int(2 * error * N)
    inside = chance(9 * N // 10 - away, 9 * N // 10 + away, 90, N)
    print(f"N = {N:5}: {error:.4f}, within two of them {inside:.3f}")
# --8<-- [end:print]
