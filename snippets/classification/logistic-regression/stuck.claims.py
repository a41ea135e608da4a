"""What the page says of squared error behind a sigmoid."""


def cross_entropy_is_never_stuck(rows):
    """From far out cross-entropy is never stuck at the rates 1 and 10."""
    for lr in (1, 10):
        run = rows.where(start="far", loss="cross-entropy", lr=lr)
        assert (run["stuck"] == 0).all()


def squared_error_is_often_stuck(rows):
    """At the rate 1 squared error is stuck in over a tenth of the runs."""
    assert rows.one("stuck", start="far", loss="squared error", lr=1) > 4


def far_larger_rates_free_it(rows):
    """At the rate 1000 it is stuck less than half as often as at 1."""
    runs = rows.where(start="far", loss="squared error")
    assert runs.one("stuck", lr=1000) < runs.one("stuck", lr=1) / 2


def slower_is_worse(rows):
    """At the rate 0.1 it is stuck at least half as often again as at 1."""
    runs = rows.where(start="far", loss="squared error")
    assert runs.one("stuck", lr=0.1) > 1.5 * runs.one("stuck", lr=1)


def too_large_for_cross_entropy(rows):
    """At the rate 100 cross-entropy misses its boundary by over 2 degrees."""
    runs = rows.where(start="far", loss="cross-entropy")
    assert runs.one("angle", lr=100) > 2
    assert runs.one("angle", lr=10) < 1


def nearly_the_same_from_zero(rows):
    """From zero neither is stuck, and the boundaries differ by few degrees."""
    runs = rows.where(start="zero", lr=1)
    assert (runs["stuck"] == 0).all()
    assert 0.5 < runs.one("angle", loss="squared error") < 6
    assert runs.one("largest", loss="squared error") < 20
