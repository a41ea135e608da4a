"""What the page says of Adam's first rates."""


def mean_follows_the_formula(rows):
    """From step 5 on the mean of 1/v is that of the formula, within a tenth."""
    for t in (5, 10, 50, 500):
        mean, formula = rows.one("mean_of_1/v", t=t), rows.one("formula", t=t)
        assert abs(mean / formula - 1) < 0.1


def wild_at_first(rows):
    """After one gradient, one rate in twenty is over ten times too large."""
    assert rows.one("high", t=1) > 10
