"""What the page says of shifts and of what they do to training."""


def batch_norm_shifts_less(rows):
    """The inputs shift under a twentieth as much as in the plain network."""
    assert rows.one("shift_high", network="batch") < (
        rows.one("shift_low", network="plain") / 20
    )


def shaken_shifts_more(rows):
    """Shaken, they shift over three times as much as in the plain one."""
    assert rows.one("shift_low", network="shaken") > (
        3 * rows.one("shift_high", network="plain")
    )


def shaken_learns_all_the_same(rows):
    """And the median accuracy is over three points above the plain one's."""
    shaken, plain = (
        rows.one("accuracy", network=n) for n in ("shaken", "plain")
    )
    assert shaken > plain + 0.03


def shaking_costs_little(rows):
    """Shaking takes back less than half of what batch normalization gains."""
    names = "plain", "shaken", "batch"
    plain, shaken, batch = (rows.one("accuracy", network=n) for n in names)
    assert batch - shaken < (batch - plain) / 2
