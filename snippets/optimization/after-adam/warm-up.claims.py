"""What the page says of four ways through the first steps."""

SHORT, LONG = ("warm-up", "RAdam"), ("Adam", "m and v first")


def short_steps_save_the_neurons(rows):
    """At step 30 the ranges of zeros with short and long steps do not touch."""
    early = rows.where(step=30)
    short = max(early.one("zeros_high", way=way) for way in SHORT)
    assert short < min(early.one("zeros_low", way=way) for way in LONG)


def radam_is_a_warm_up(rows):
    """At step 30 RAdam and the warm-up have about the same share of zeros."""
    early = rows.where(step=30)
    ramp, radam = (early.one("zeros", way=way) for way in SHORT)
    assert abs(ramp - radam) < 0.12


def postponed(rows):
    """At step 150 the warmed-up network has lost more than RAdam."""
    late = rows.where(step=150)
    ramp = late.one("zeros_low", way="warm-up")
    assert ramp > late.one("zeros_high", way="RAdam")
