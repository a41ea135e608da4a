"""What the page says of width and depth at equal numbers of parameters."""


def _median(rows, task, depth):
    return rows.one("median", task=task, depth=depth)


def digits_gain_nothing_from_depth(rows):
    """On the digits two and three layers are no full point above one."""
    one, two, three = (_median(rows, "digits", depth) for depth in (1, 2, 3))
    assert max(two, three) < one + 0.01


def eight_narrow_layers_lose_on_digits(rows):
    """On the digits eight layers are three points below one, or more."""
    assert _median(rows, "digits", 8) < _median(rows, "digits", 1) - 0.03


def three_layers_err_least_on_spirals(rows):
    """On the spirals one layer errs three times as often as three."""
    one, three = (1 - _median(rows, "spirals", depth) for depth in (1, 3))
    assert one > 3 * three


def eight_layers_err_most_on_spirals(rows):
    """On the spirals eight layers are three points below three, or more."""
    assert _median(rows, "spirals", 8) < _median(rows, "spirals", 3) - 0.03


def no_rate_at_the_edge(rows):
    """The best rate is never the lowest or the highest of the five."""
    assert not {0.003, 0.3} & {*rows["rate"]}
