"""What the page says of the rates that a range test suggests."""


def _best(rows):
    steps = [row for row in rows if row["what"] == "steps"]
    return min(steps, key=lambda row: row["loss"])


def the_best_is_a_third_of_chance(rows):
    """After a hundred steps the best rate is 1; at 3 the network guesses."""
    assert _best(rows)["rate"] in (0.3, 1)
    assert rows.one("loss", what="steps", rate=3) > 1.8


def a_tenth_is_safe_and_slow(rows):
    """Below 0.4, each network learns, and is not as far as at the best."""
    assert rows.one("rate_high", what="tenth") < 0.4
    assert rows.one("high", what="tenth") < 2
    assert rows.one("loss", what="tenth") > _best(rows)["loss"] + 0.2


def the_steepest_is_nearer(rows):
    """Its median is within a factor of three of 1, and its loss lower."""
    rate = rows.one("rate", what="steepest")
    assert 1 / 3 < rate < 3
    gap = rows.one("loss", what="tenth") - rows.one("loss", what="steepest")
    assert gap > 0.2
