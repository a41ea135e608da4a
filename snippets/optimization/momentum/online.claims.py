"""What the page says of learning online and offline."""


def offline_in_a_constant_world(rows):
    """While the slope stays, the offline median is the lowest, near 0.25."""
    rows = rows.where(world="slope stays 1")
    offline = rows.one("error", learner="offline")
    assert abs(offline - 0.25) < 0.04
    assert offline < rows.one("error", learner="online")


def online_after_a_change(rows):
    """When the slope flips, the online range lies below the offline one."""
    rows = rows.where(world="slope flips")
    high = rows.one("error_high", learner="online")
    assert high < rows.one("error_low", learner="offline")


def momentum_brings_no_gain(rows):
    """In both worlds the median with momentum is not below that without."""
    for world in ("slope stays 1", "slope flips"):
        own = rows.where(world=world)
        plain = own.one("error", learner="online")
        assert own.one("error", learner="momentum") >= plain
