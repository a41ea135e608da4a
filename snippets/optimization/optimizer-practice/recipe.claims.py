"""What the page says of the recipe."""


def it_learns(rows):
    """The loss falls below a fifth of the first, and over 90 % are right."""
    assert rows["loss"][-1] < 0.2 * rows["loss"][0]
    assert rows["accuracy"][-1] > 0.9


def clips_at_first(rows):
    """The first gradient is longer than 1; that of the end is shorter."""
    assert rows["length"][0] > 1
    assert rows["length"][-1] < rows["length"][0]
