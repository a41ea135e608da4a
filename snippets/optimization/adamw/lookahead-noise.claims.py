"""What the page says of Lookahead under noise."""


def halves_the_noise(rows):
    """Late, Lookahead has about half of the loss of SGD with the same rate."""
    ahead = rows.one("late", method="Lookahead")
    sgd = rows.one("late", method="SGD", rate=0.1)
    assert 0.4 * sgd < ahead < 0.6 * sgd


def so_does_half_the_rate(rows):
    """Late, SGD with half the rate is within a tenth of Lookahead."""
    ahead = rows.one("late", method="Lookahead")
    half = rows.one("late", method="SGD", rate=0.05)
    assert abs(half - ahead) < 0.1 * ahead


def half_the_rate_is_sooner(rows):
    """At step 25, SGD with half the rate is ahead of Lookahead."""
    ahead = rows.one("at_step_25", method="Lookahead")
    assert rows.one("at_step_25", method="SGD", rate=0.05) < 0.95 * ahead
