# kind: exact
"""What the best of m guessers is expected to score on N public questions."""

# --8<-- [start:law]
from itertools import accumulate
from math import comb, log, sqrt


def at_most(N):
    """P(r answers are right, or fewer) for r = 0, …, N, of a coin."""
    return [
        ways / 2**N for ways in accumulate(comb(N, r) for r in range(N + 1))
    ]


def expected_best(m, N):
    """Expected accuracy of the best of m guessers."""
    if m < 1 or N < 1:
        raise ValueError(f"at least one guesser and question: {m} and {N}")
    F = at_most(N)
    return 1 - sum(F[r] ** m for r in range(N)) / N  # (29.8)


def bound(m, N, p=0.5):
    """What it cannot exceed."""
    return p + sqrt(log(m) / (2 * N))  # (29.9)


# --8<-- [end:law]

# --8<-- [start:print]
print(f"two guessers, two questions: {expected_best(2, 2)}")
for N in (100, 1000):
    for m in (1, 10, 100, 1000):
        best = f"{expected_best(m, N):.3f}, at most {bound(m, N):.3f}"
        print(f"N = {N:4}, m = {m:4}: {best}")
# --8<-- [end:print]
