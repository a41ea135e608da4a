"""What the page says of softmax regression on the scanned digits."""


def reads_nine_of_ten(rows):
    """It reads about nine of ten digits that it has not seen."""
    assert 0.89 < rows["mean"][0] < 0.94
    assert rows["low"][0] > 0.86
