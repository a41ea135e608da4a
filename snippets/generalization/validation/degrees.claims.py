"""What the page says of choosing one of eight polynomials."""


def rarely_the_best(rows):
    """Each way misses the best degree in more than half of the sets."""
    assert rows["best"].max() < 0.45


def nearly_as_good(rows):
    """In the median the chosen one errs by less than 15% more than the best."""
    assert rows["over"].max() < 1.15


def the_winner_flatters_itself(rows):
    """One split: the winning score is over 10% below the true error."""
    score, true = (rows.one(key, way="one_split") for key in ("score", "true"))
    assert score < 0.9 * true
    assert rows.one("lower", way="one_split") > 0.6


def folds_flatter_less(rows):
    """Five folds: less than two thirds of that gap."""
    gap = rows["true"] - rows["score"]
    assert 0 < gap[1] < 2 / 3 * gap[0]


def one_that_was_not_chosen_does_not(rows):
    """Degree 5 alone: no mean score is more than 7% below the true error."""
    assert (rows["fixed"] > 0.93 * rows["fixed_true"]).all()


def folds_vary_less(rows):
    """Five folds and leave-one-out stray less from the true error, by 15%."""
    off = rows["off"]
    assert max(off[1], off[2]) < 0.85 * off[0]
