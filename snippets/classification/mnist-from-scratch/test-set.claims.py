"""What the page says of choosing by the test set."""


def choosing_flatters(rows):
    """The best looks over two points better than the average model."""
    assert rows["gained"][0] > 2


def half_of_it_is_luck(rows):
    """Between a third and nine tenths of the gain vanish elsewhere."""
    assert 1 / 3 < rows["luck"][0] / rows["gained"][0] < 0.9
