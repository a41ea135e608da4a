"""What the page says of the momentum coefficient that grows."""


def long_memory_at_the_small_rate(rows):
    """At rate 0.2 the loss with 0.9 is well below that with 0.5 every time."""
    slow = rows.where(lr=0.2, schedule="0.5")["loss"]
    fast = rows.where(lr=0.2, schedule="0.9")["loss"]
    assert (fast < 0.8 * slow).all()


def climbing_gains_nothing_at_the_small_rate(rows):
    """At rate 0.2 the climb is nowhere clearly ahead of 0.9 from the start."""
    climb = rows.where(lr=0.2, schedule="0.5 to 0.9")["loss"]
    fast = rows.where(lr=0.2, schedule="0.9")["loss"]
    assert (climb > 0.9 * fast).all()


def a_bad_first_epoch(rows):
    """At rate 1 the worst run with 0.9 begins worse than that of the climb."""
    fast = rows.one("loss_high", lr=1, schedule="0.9", epoch=1)
    climb = rows.one("loss_high", lr=1, schedule="0.5 to 0.9", epoch=1)
    assert fast > 1.1 * climb


def steps_grow_too_long(rows):
    """At rate 1 the climb, once at 0.9, ends higher than 0.5 throughout."""
    climb = rows.one("loss", lr=1, schedule="0.5 to 0.9", epoch=12)
    steady = rows.one("loss", lr=1, schedule="0.5", epoch=12)
    assert climb > 1.5 * steady
