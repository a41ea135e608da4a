"""What the solution says of a rate that falls as 1/t."""


def no_floor(rows):
    """The variance is within a twentieth of 1/(a² t), up to the last step."""
    assert (abs(rows["variance"] / rows["formula"] - 1) < 0.05).all()
