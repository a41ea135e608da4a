"""What the page says of random symmetric matrices."""


def a_seventh_in_two_dimensions(rows):
    """For n = 2 the share is (2 - √2)/4, within four standard errors."""
    share, error = (
        rows.one(c, n=2) for c in ("all_positive", "standard_error")
    )
    assert abs(share - (2 - 2**0.5) / 4) < 4 * error


def faster_than_independent_signs(rows):
    """From n = 2 on the share is well below 2 to the power of -n."""
    n, share = rows["n"][1:], rows["all_positive"][1:]
    assert (share < 0.7 * 2**-n).all()
