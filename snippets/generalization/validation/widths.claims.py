"""What the page says of networks of different widths on 500 digits."""


def wide_is_better_in_every_fold(rows):
    """The worst fold of width 32 is above the best of width 2, by 0.2."""
    assert rows.one("low", width=32) > rows.one("high", width=2) + 0.2


def wide_reads_digits(rows):
    """Width 32 reads over nine in ten."""
    assert rows.one("mean", width=32) > 0.9
