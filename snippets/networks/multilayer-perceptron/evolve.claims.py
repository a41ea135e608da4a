"""What the page says of the two searches for a structure."""


def _course(rows, method):
    """The best after each round, without the last row."""
    return rows.where(method=method)["median"][:-1]


def _end(rows, method):
    return _course(rows, method)[-1]


def evolution_and_chance_are_close(rows):
    """After the last round the two medians are within ten points."""
    assert abs(_end(rows, "evolution") - _end(rows, "chance")) < 0.1


def the_best_never_falls(rows):
    """Of both methods, since the best is kept."""
    for method in ("evolution", "chance"):
        best = _course(rows, method)
        assert (best[1:] >= best[:-1]).all()


def searching_finds_better_ones(rows):
    """All rounds hold a better one than the first, by two points."""
    for method in ("evolution", "chance"):
        assert _end(rows, method) > _course(rows, method)[0] + 0.02


def the_winner_was_lucky(rows):
    """Trained anew, the winners are three points below their score."""
    for method in ("evolution", "chance"):
        again = rows.one("median", method=method, round="again")
        assert again < _end(rows, method) - 0.03
