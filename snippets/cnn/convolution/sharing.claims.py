"""What the page says of dense, local and shared weights."""


def digits_do_not_care(rows):
    """Digits: the medians of dense, local and shared are within 0.04."""
    own = rows.where(task="digits")["accuracy"][:3]
    assert own.max() - own.min() < 0.04


def digits_need_places(rows):
    """Digits: without the places the median is at least 0.1 lower."""
    own = rows.where(task="digits")["accuracy"]
    assert own[3] < own[2] - 0.1


def sharing_helps_the_strokes(rows):
    """Strokes, same side: shared is 0.05 above dense, 0.015 above local."""
    dense, local, shared, _ = rows.where(task="strokes")["accuracy"]
    assert shared > dense + 0.05
    assert shared > local + 0.015


def nowhere_else(rows):
    """Other side: with a dense layer that reads places, near chance."""
    assert rows.where(task="strokes")["elsewhere"][:3].max() < 0.65


def but_with_the_mean(rows):
    """Other side, mean over the places: 0.2 above all others, over 0.75."""
    elsewhere = rows.where(task="strokes")["elsewhere"]
    assert elsewhere[3] > max(0.75, elsewhere[:3].max() + 0.2)
