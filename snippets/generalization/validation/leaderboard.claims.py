"""What the page says of guessers on a leaderboard of 1,000 questions."""

from itertools import accumulate
from math import comb


def _law(m, n=1000):
    """(29.8)."""
    below = [*accumulate(comb(n, x) for x in range(n))]
    return 1 - sum((ways / 2**n) ** m for ways in below) / n


def as_derived(rows):
    """The best's mean public accuracy is that of (29.8), within 0.01."""
    for m in (1, 10, 100, 1000):
        assert abs(rows.one("public", way="best", m=m) - _law(m)) < 0.01


def private_is_chance(rows):
    """On the private set all of them are right half of the time."""
    assert abs(rows["private"] - 0.5).max() < 0.013


def every_best_looks_good(rows):
    """Of 1,000, in no round does the best have less than 0.53."""
    assert rows.one("low", way="best", m=1000) > 0.53


def a_vote_climbs_higher(rows):
    """A vote of 1,000 has 0.75 to 0.82 in public, that of 100 over 0.58."""
    assert 0.75 < rows.one("public", way="vote", m=1000) < 0.82
    assert rows.one("public", way="vote", m=100) > 0.58
