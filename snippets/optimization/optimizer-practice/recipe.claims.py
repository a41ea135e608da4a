"""What the page says of the recipe."""


def it_learns(rows):
    """At the end the loss is below a tenth of the first, and 94 % are right."""
    assert rows["loss"][-1] < 0.1 * rows["loss"][0]
    assert rows["accuracy"][-1] > 0.94


def clips_at_first(rows):
    """The first gradient is longer than 1, those of the end are shorter."""
    assert rows["length"][0] > 1 > rows["length"][-1]
