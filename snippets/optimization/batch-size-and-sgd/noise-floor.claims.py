"""What the page says of the spread of SGD in a bowl."""


def as_the_formula_says(rows):
    """The measured variance is within a twentieth of the formula."""
    assert (abs(rows["measured"] / rows["formula"] - 1) < 0.05).all()
