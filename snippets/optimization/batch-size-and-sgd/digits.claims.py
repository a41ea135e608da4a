"""What the page says of batches of handwritten digits."""


def _tuned(rows, size, updates, column="test"):
    keys = {"study": "size", "best": "yes", "batch": size, "updates": updates}
    return rows.one(column, **keys)


def sorted_data_are_worse(rows):
    """Sorted by class, the test accuracy is lower than after one shuffle."""
    low = rows.one("test", study="order", what="sorted")
    assert low < rows.one("test", study="order", what="once") - 0.05


def one_shuffle_was_enough(rows):
    """Shuffling every epoch gains less than a hundredth over one shuffle."""
    once = rows.one("test", study="order", what="once")
    every = rows.one("test", study="order", what="every epoch")
    assert abs(every - once) < 0.01


def small_batches_want_small_rates(rows):
    """At 200 updates the best rate of B = 5 is below that of 50 and of 500."""
    small = _tuned(rows, 5, 200, "lr")
    assert small < _tuned(rows, 50, 200, "lr")
    assert small < _tuned(rows, 500, 200, "lr")


def equal_rates_fall(rows):
    """At 20 epochs and rate 0.1, the ranges of 5 and 500 are far apart."""
    keys = {"study": "size", "lr": 0.1}
    small = rows.one("test_low", batch=5, updates=2000, **keys)
    assert rows.one("test_high", batch=500, updates=20, **keys) < small - 0.1


def tuned_rates_lose_nothing_to_50(rows):
    """At 20 epochs with tuned rates, B = 50 is as good as B = 5."""
    assert abs(_tuned(rows, 5, 2000) - _tuned(rows, 50, 200)) < 0.02


def the_full_batch_underfits(rows):
    """At 20 epochs the tuned full batch is low in training as in test."""
    test, train = (_tuned(rows, 500, 20, name) for name in ("test", "train"))
    assert test < _tuned(rows, 50, 200) - 0.04
    assert train < 0.95
    assert abs(train - test) < 0.05


def equal_updates_turn_it_round(rows):
    """At 200 updates each, with tuned rates, 50 and 500 are above 5."""
    small = _tuned(rows, 5, 200)
    assert _tuned(rows, 50, 200) > small + 0.02
    assert _tuned(rows, 500, 200) > small + 0.02


def _kept(rows, size, lr, column="sharpness"):
    return rows.one(column, study="sharp", batch=size, lr=lr)


def stopped_at_one_loss(rows):
    """The medians of the losses agree within a fifth."""
    loss = rows.where(study="sharp")["loss"]
    assert loss.max() < 1.2 * loss.min()


def small_batches_end_flatter(rows):
    """At rate 0.3 the ranges of B = 5 and of the full batch are apart."""
    assert _kept(rows, 5, 0.3, "sharp_high") < _kept(
        rows, 500, 0.3, "sharp_low"
    )


def so_do_large_rates(rows):
    """A larger rate lowers the median by a sixth or more, for both batches."""
    assert _kept(rows, 500, 1) < 0.83 * _kept(rows, 500, 0.3)
    assert _kept(rows, 5, 0.3) < 0.83 * _kept(rows, 5, 0.1)


def flat_is_no_better(rows):
    """The medians of the test accuracy differ by less than 0.02."""
    test = rows.where(study="sharp")["test"]
    assert test.max() - test.min() < 0.02


def scaling_holds_to_50(rows):
    """20 epochs of B = 5 at 0.1 and B = 50 at 1: losses within a third."""
    keys = {"study": "size"}
    small = rows.one("loss", batch=5, lr=0.1, updates=2000, **keys)
    large = rows.one("loss", batch=50, lr=1, updates=200, **keys)
    assert 0.75 < large / small < 1.33


def _full(rows, what, **keys):
    return rows.one("test", study="large", what=what, **keys)


def scaling_fails_at_500(rows):
    """The full batch at rate 2: less than six of ten test digits are right."""
    assert _full(rows, "SGD", lr=2) < 0.6


def warm_up_rescues_nothing(rows):
    """With a warm-up it is still far below the tuned full batch."""
    best = _full(rows, "SGD", best="yes")
    assert _full(rows, "SGD warm", lr=2) < best - 0.15


def momentum_closes_the_gap(rows):
    """Momentum makes up half or more of what the full batch lacks to 50."""
    plain, better = (_full(rows, n, best="yes") for n in ("SGD", "Momentum"))
    assert better - plain > 0.5 * (_tuned(rows, 50, 200) - plain)


def lars_adds_little(rows):
    """The tuned medians of LARS and of momentum differ by less than 0.04."""
    gap = _full(rows, "LARS", best="yes") - _full(rows, "Momentum", best="yes")
    assert abs(gap) < 0.04
