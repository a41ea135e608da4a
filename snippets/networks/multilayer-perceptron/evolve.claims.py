"""What the page says of the two searches for a structure."""


def _end(rows, method):
    return rows.one("median", method=method, round=5)


def evolution_is_not_ahead_of_chance(rows):
    """After five rounds the two medians are within six points."""
    assert abs(_end(rows, "evolution") - _end(rows, "chance")) < 0.06


def the_best_never_falls(rows):
    """Of both methods, since the best is kept."""
    for method in ("evolution", "chance"):
        best = [
            rows.one("median", method=method, round=number)
            for number in (1, 2, 3, 4, 5)
        ]
        assert best == sorted(best)


def searching_finds_better_ones(rows):
    """Forty structures hold a better one than eight, by two points."""
    for method in ("evolution", "chance"):
        first = rows.one("median", method=method, round=1)
        assert _end(rows, method) > first + 0.02


def the_winner_was_lucky(rows):
    """Trained anew, the winners are three points below their score."""
    for method in ("evolution", "chance"):
        again = rows.one("median", method=method, round="again")
        assert again < _end(rows, method) - 0.03
