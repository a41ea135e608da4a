"""What the page says of the rates that a range test suggests."""


def _best(rows):
    """The best rate of those that were tried, and its loss."""
    steps = rows.where(what="steps")
    k = steps["loss"].argmin()
    return steps["rate"][k], steps["loss"][k]


def best_at_one_lost_at_three(rows):
    """Of the rates that were tried 1 is the best; at 3 the networks guess."""
    assert _best(rows)[0] == 1
    assert rows.one("loss", what="steps", rate=3) > 1.8


def a_tenth_is_safe_and_slow(rows):
    """Below 0.3, each network learns, and is not as far as at the best."""
    assert rows.one("rate_high", what="tenth") < 0.3
    assert rows.one("high", what="tenth") < 2
    assert rows.one("loss", what="tenth") > _best(rows)[1] + 0.4


def the_steepest_is_nearer(rows):
    """Its median is within a factor of two of 1, and its loss lower by 0.4."""
    assert 1 / 2 < rows.one("rate", what="steepest") < 2
    gap = rows.one("loss", what="tenth") - rows.one("loss", what="steepest")
    assert gap > 0.4
