"""What the page says of digits in chalk and in ink."""


def validation_sees_nothing(rows):
    """A thousand of chalk: under 6% errors on chalk, over 90% on ink."""
    assert rows.one("valid", chalk=1000, ink=0) < 0.06
    assert rows.one("test", chalk=1000, ink=0) > 0.9


def more_of_the_same_cures_chalk_alone(rows):
    """From 100 to 1000 the errors on chalk fall to under a half."""
    few, many = (rows.one("valid", chalk=n, ink=0) for n in (100, 1000))
    assert many < few / 2
    few, many = (rows.one("test", chalk=n, ink=0) for n in (100, 1000))
    assert many > 0.9 * few


def a_little_ink_does(rows):
    """With 50 of ink among 1000, half of the errors; 100 halve them again."""
    assert rows.one("high", chalk=950, ink=50) < 0.55
    assert rows.one("high", chalk=900, ink=100) < 0.35


def chalk_does_not_suffer(rows):
    """And on chalk under two points more."""
    pure, mixed = (
        rows.one("valid", chalk=chalk, ink=ink)
        for chalk, ink in ((1000, 0), (900, 100))
    )
    assert mixed < pure + 0.02
