"""What the page says of a training from which a line is left out."""


def _best(rows, left_out):
    return rows.where(**{"left out": left_out, "best": 1})


def whole_loop_learns(rows):
    """With every line, at 0.3, every network reads more than 0.93."""
    assert rows.one("low", **{"left out": "nothing", "lr": 0.3}) > 0.93


def without_zero_grad_a_good_rate_ruins(rows):
    """At 0.3, which suits the loop, fewer than half are read without it."""
    assert rows.one("high", **{"left out": "zero_grad", "lr": 0.3}) < 0.5


def without_zero_grad_a_small_rate_learns(rows):
    """At 0.01 no network is below 0.9, and the whole loop's are lower."""
    ends = rows.where(lr=0.01)
    assert ends.one("low", **{"left out": "zero_grad"}) > 0.9
    own = ends.one("accuracy", **{"left out": "nothing"})
    assert ends.one("accuracy", **{"left out": "zero_grad"}) > own + 0.03


def by_class_little_is_learned(rows):
    """Sorted by class, every network at every rate stays below 0.7."""
    assert (rows.where(**{"left out": "shuffle"})["high"] < 0.7).all()


def without_eval_the_measure_is_wrong(rows):
    """At its best rate the loop measures 0.02 less than there is."""
    run = _best(rows, "eval")
    assert run["right"][0] - run["accuracy"][0] > 0.02
    assert run["right"][0] > 0.93


def without_train_again_little_is_lost(rows):
    """At its best rate within 0.04 of the whole loop."""
    run = _best(rows, "train after eval")
    assert run["accuracy"][0] > _best(rows, "nothing")["accuracy"][0] - 0.04
