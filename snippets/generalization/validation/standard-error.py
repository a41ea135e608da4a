# kind: exact
"""How far a measured accuracy lies from the true one, for p = 0.9."""

# --8<-- [start:error]
from math import comb, sqrt


def standard_error(p, n):
    """Of the share of right answers among n, each right with p."""
    return sqrt(p * (1 - p) / n)  # (29.1)


def chance(low, high, percent, n):
    """That low to high of n answers are right, by the binomial law."""
    right, wrong = percent, 100 - percent
    ways = (
        comb(n, x) * right**x * wrong ** (n - x) for x in range(low, high + 1)
    )
    return sum(ways) / 100**n  # whole numbers to the last step


# --8<-- [end:error]

# --8<-- [start:print]
for n in (100, 1000, 10_000):
    error = standard_error(0.9, n)
    away = int(2 * error * n)
    inside = chance(9 * n // 10 - away, 9 * n // 10 + away, 90, n)
    print(f"n = {n:5}: {error:.4f}, within two of them {inside:.3f}")
# --8<-- [end:print]
