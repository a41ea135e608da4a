"""What the page says of choosing by the test set."""


def choosing_flatters(rows):
    """The best looks over two points better than the average model."""
    assert rows["gained"][0] > 2


def much_of_it_is_luck(rows):
    """Over a third of the gain vanishes elsewhere."""
    assert rows["luck"][0] > rows["gained"][0] / 3
