"""What the page says of gradient noise."""


def plain_sgd_is_stuck(rows):
    """From the bad start no network learns with SGD, at either rate."""
    for name in ("SGD", "SGD rate 3"):
        assert rows.one("learned", start="bad", optimizer=name) == 0


def noise_gets_them_out(rows):
    """With noise of variance 0.3 at least eight learn, most of them well."""
    row = rows.where(start="bad", optimizer="noise 0.3")
    assert row["learned"][0] >= 8
    assert row["median"][0] > 0.75


def little_noise_does_nothing(rows):
    """With noise of variance 0.01 no network learns."""
    assert rows.one("learned", start="bad", optimizer="noise 0.01") == 0


def adam_gets_out(rows):
    """With Adam at least eight learn without noise."""
    assert rows.one("learned", start="bad", optimizer="Adam") >= 8


def a_good_start_needs_none(rows):
    """From He's start noise of 0.3 costs two points or more of the median."""
    sgd = rows.one("median", start="good", optimizer="SGD")
    assert rows.one("median", start="good", optimizer="noise 0.3") < sgd - 0.02
