"""What the page says of trained weights."""


def _one(rows, start, samples, column="accuracy"):
    return rows.one(column, start=start, samples=samples)


def one_sample_is_enough(rows):
    """With one sample, the ranges of moved digits and scratch do not touch."""
    low = _one(rows, "moved digits", 1, "low")
    assert low > _one(rows, "scratch", 1, "high")


def the_lead_shrinks(rows):
    """With forty samples the medians are within four points."""
    lead = _one(rows, "moved digits", 40) - _one(rows, "scratch", 40)
    assert abs(lead) < 0.04


def nearly_all_was_there(rows):
    """One sample of each class moves the median by less than six points."""
    tuned = _one(rows, "moved digits", 1)
    assert abs(tuned - _one(rows, "moved digits", 0)) < 0.06


def forty_close_the_rest(rows):
    """Forty samples raise the median by over two points."""
    tuned = _one(rows, "moved digits", 40)
    assert tuned > _one(rows, "moved digits", 0) + 0.02


def last_layer_alone(rows):
    """With up to five samples the last layer alone is within four points."""
    for samples in (1, 5):
        frozen = _one(rows, "moved digits frozen", samples)
        assert abs(frozen - _one(rows, "moved digits", samples)) < 0.04


def other_digits_gain_nothing(rows):
    """At no size are other digits five points above scratch."""
    for samples in (1, 5, 40):
        other = _one(rows, "other digits", samples)
        assert other < _one(rows, "scratch", samples) + 0.05
