"""What the page says of momentum on random hilly curves."""


def seldom(rows):
    """With 0.9, between 3 and 15 of 100 runs end lower or higher."""
    elsewhere = rows.one("lower", mu=0.9) + rows.one("higher", mu=0.9)
    assert 3 < elsewhere < 15


def lower_more_often(rows):
    """With 0.9, lower is more than twice as frequent as higher."""
    assert rows.one("lower", mu=0.9) > 2 * rows.one("higher", mu=0.9)


def past_the_good_one(rows):
    """With 0.99 some runs end higher than without momentum."""
    assert rows.one("higher", mu=0.99) > 1
