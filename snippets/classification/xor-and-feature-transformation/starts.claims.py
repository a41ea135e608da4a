"""What the page says of the starts that learn XOR."""


def two_units_often_fail(rows):
    """With two units no setting learns XOR from nine of ten starts."""
    assert rows.where(units=2)["share"].max() < 0.9


def one_and_one(rows):
    """Two units, deviation 1 and rate 1: between 60 % and 80 % learn XOR."""
    assert 0.6 < rows.one("share", units=2, scale=1, lr=1) < 0.8


def large_starts_are_worst(rows):
    """At the rates 1 and 10 the deviation 3 does worse than 1 and 0.3."""
    for lr in (1, 10):
        share = [
            rows.one("share", units=2, scale=s, lr=lr) for s in (0.3, 1, 3)
        ]
        assert share[2] < min(share[:2])


def slow_is_not_stuck(rows):
    """With deviation 0.3 and rate 0.1 all starts still stand at ln 2."""
    run = rows.where(units=2, scale=0.3, lr=0.1)
    assert (run["none"] == 0).all()
    assert run["all"][0] > 190


def width_helps(rows):
    """Three units learn XOR from over 90 % of the starts, four from 97 %."""
    wide = rows.where(scale=1, lr=1)
    assert wide.one("low", units=3) > wide.one("high", units=2)
    assert wide.one("share", units=3) > 0.9
    for units in (4, 6, 8):
        assert wide.one("share", units=units) > 0.97


def one_unit_never(rows):
    """One unit never learns XOR."""
    assert rows.one("right", units=1) == 0
