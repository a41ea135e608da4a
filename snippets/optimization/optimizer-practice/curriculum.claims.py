"""What the page says of the order of the samples."""

ORDERS, LAST = ("all", "easy", "random", "hard"), 120


def _of(rows, column, labels, step):
    found = rows.where(labels=labels, step=step)
    return {order: found.one(column, order=order) for order in ORDERS}


def the_end_is_the_same(rows):
    """At the last step the ranges of all four orders overlap, in both cases."""
    for labels in ("clean", "noisy"):
        lows = _of(rows, "low", labels, LAST)
        highs = _of(rows, "high", labels, LAST)
        assert max(lows.values()) <= min(highs.values())


def hard_first_is_slow(rows):
    """At step 40, with right labels, hard first is five points behind all."""
    found = _of(rows, "accuracy", "clean", 40)
    assert found["hard"] < found["all"] - 0.05


def hard_first_learns_the_wrong_ones(rows):
    """At step 40, with wrong labels, hard first is below all: no touch."""
    lows = _of(rows, "low", "noisy", 40)
    del lows["hard"]
    assert _of(rows, "high", "noisy", 40)["hard"] < min(lows.values())


def easy_first_leads_with_wrong_labels(rows):
    """At step 10, with wrong labels, easy first is ahead of shuffling."""
    found = _of(rows, "accuracy", "noisy", 10)
    assert found["easy"] > found["all"] + 0.03
