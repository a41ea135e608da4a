"""What the page says of the points whose distances separate XOR."""


def about_one_in_eight(rows):
    """Of all pairs of points between one in nine and one in seven work."""
    assert (rows["separate"] > 1 / 9).all()
    assert (rows["separate"] < 1 / 7).all()
