"""What the page says of the rates between AdaBound's bounds."""


def more_and_more(rows):
    """Up to step 8 under a tenth is clipped, at 1000 over a third; it grows."""
    clipped = rows["clipped"]
    assert rows.one("clipped", step=8) < 0.1
    assert rows.one("clipped", step=300) > 0.15
    assert rows.one("clipped", step=1000) > 0.33
    assert (clipped[1:] > clipped[:-1] - 0.02).all()
