"""What the page says of its gallery of loss curves."""

from math import isnan, log


def _train(rows, fault, update=300):
    return rows.one("train", fault=fault, update=update)


def _valid(rows, fault, update=300):
    return rows.one("valid", fault=fault, update=update)


def the_right_one_falls(rows):
    """Below 0.2 in training, and no further than 0.1 from it in validation."""
    assert _train(rows, "none") < 0.2
    assert abs(_train(rows, "none") - _valid(rows, "none")) < 0.1


def too_small_is_a_straight_line(rows):
    """It falls throughout, and has not lost a fifth at the end."""
    losses = [_train(rows, "small-rate", k) for k in (50, 100, 200, 300)]
    assert losses == sorted(losses, reverse=True)
    assert losses[-1] > 1.8


def too_large_stays_high(rows):
    """Both end above 1.2; the larger rate near ln 10, after a leap above 3."""
    assert _train(rows, "large-rate") > 1.2
    assert abs(_train(rows, "far-too-large") - log(10)) < 0.2
    assert _train(rows, "far-too-large", 10) > 3


def small_weights_wait(rows):
    """Flat for forty updates within 0.05, and below 0.5 at the end."""
    far = [_train(rows, "small-weights", k) for k in (10, 20, 30, 40)]
    assert max(abs(loss - log(10)) for loss in far) < 0.05
    assert _train(rows, "small-weights") < 0.5


def cut_too_early_freezes(rows):
    """It ends more than three times as high as with the rate left alone."""
    assert _train(rows, "early-cut") > 3 * _train(rows, "none")


def sorting_makes_teeth(rows):
    """The loss of the batches is below the validation loss, by 0.5."""
    late = range(50, 260, 10)
    gaps = [_valid(rows, "sorted", k) - _train(rows, "sorted", k) for k in late]
    assert sum(gaps) / len(gaps) > 0.5
    assert _valid(rows, "sorted") > 3 * _valid(rows, "none")


def few_samples_leave_a_gap(rows):
    """Training below 0.02, validation above 0.3, and no rise to speak of."""
    assert _train(rows, "few-samples") < 0.02
    assert 0.3 < _valid(rows, "few-samples") < 1
    assert _valid(rows, "few-samples") < 1.2 * _valid(rows, "few-samples", 150)


def wrong_labels_turn_the_curve(rows):
    """The validation loss falls, and then rises by more than a tenth."""
    valid = [_valid(rows, "wrong-labels", k) for k in range(10, 310, 10)]
    assert valid[-1] > 1.1 * min(valid)
    assert valid[0] > 1.2 * min(valid)
    assert _train(rows, "wrong-labels") < 0.3


def dropout_turns_the_order(rows):
    """Validation lies below training from update 100 on, at the end by 0.2."""
    for k in (100, 150, 200, 250, 300):
        assert _valid(rows, "dropout", k) < _train(rows, "dropout", k)
    assert _train(rows, "dropout") - _valid(rows, "dropout") > 0.2


def no_zero_grad_turns_round(rows):
    """Below 1.3 at update 20, above 1.5 at the end."""
    assert _train(rows, "no-zero-grad", 20) < 1.3
    assert _train(rows, "no-zero-grad") > 1.5


def a_logarithm_of_zero(rows):
    """At the same rate, NaN by hand and finite by cross_entropy."""
    assert isnan(_train(rows, "log-of-softmax"))
    assert not isnan(_train(rows, "far-too-large"))
