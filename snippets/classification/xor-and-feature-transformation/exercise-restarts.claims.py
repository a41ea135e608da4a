"""What the solution says of six starts."""


def six_are_enough(rows):
    """Of the ten groups of six starts at most one has no success."""
    assert rows["with_one"][0] >= 9
