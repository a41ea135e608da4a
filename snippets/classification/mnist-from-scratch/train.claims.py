"""What the page says of the parts put together."""


def it_learns(rows):
    """After twenty epochs the loss is below 0.25 and the accuracy over 0.9."""
    assert rows.one("loss", epoch=20) < 0.25
    assert rows.one("accuracy", epoch=20) > 0.9
