"""What the page says of linear models that look back."""

NOISE = 0.25  # of daily_views


def a_week_helps_most(rows):
    """Seven days gain at least twice as much as the 49 after them."""
    one, seven, last = (rows.one("unseen", days=d) for d in (1, 7, 56))
    assert one - seven > 2 * (seven - last)


def then_the_gain_ends(rows):
    """From 28 days to 56 the unseen error changes by less than a twentieth."""
    month, last = (rows.one("unseen", days=d) for d in (28, 56))
    assert abs(month - last) < 0.05 * month


def far_above_the_noise(rows):
    """Even the best series stays above 1.5 times the noise, seen and unseen."""
    assert (rows["seen_low"] > 1.5 * NOISE).all()
    assert (rows["low"] > 1.5 * NOISE).all()
