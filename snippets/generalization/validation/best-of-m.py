# kind: exact
"""What the best of m guessers is expected to score on n public questions."""

# --8<-- [start:law]
from itertools import accumulate
from math import comb, log, sqrt


def at_most(n):
    """P(x answers are right, or fewer) for x = 0, …, n, of a coin."""
    return [
        ways / 2**n for ways in accumulate(comb(n, x) for x in range(n + 1))
    ]


def expected_best(m, n):
    """Expected accuracy of the best of m guessers."""
    F = at_most(n)
    return 1 - sum(F[x] ** m for x in range(n)) / n  # (29.8)


def bound(m, n, p=0.5):
    """What it cannot exceed."""
    return p + sqrt(log(m) / (2 * n))  # (29.9)


# --8<-- [end:law]

# --8<-- [start:print]
print(f"two guessers, two questions: {expected_best(2, 2)}")
for n in (100, 1000):
    for m in (1, 10, 100, 1000):
        best = f"{expected_best(m, n):.3f}, at most {bound(m, n):.3f}"
        print(f"n = {n:4}, m = {m:4}: {best}")
# --8<-- [end:print]
