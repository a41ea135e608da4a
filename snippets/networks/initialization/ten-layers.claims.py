"""What the page says of ten tanh layers with a fixed deviation."""


def small_vanish(rows):
    """Deviation 0.01: the tenth layer puts out under 1e-9."""
    assert rows.one("output", deviation=0.01, layer=10) < 1e-9


def small_slopes_are_one(rows):
    """There the slopes are 0.98 or more, and delta vanishes all the same."""
    own = rows.where(deviation=0.01)
    assert own["slope"].min() > 0.98
    assert own["delta"][0] < 1e-8


def large_saturate(rows):
    """Deviation 1: outputs of 0.9 or more, yet delta explodes."""
    own = rows.where(deviation=1)
    assert own["output"].min() > 0.9
    assert own["delta"][0] > 100


def between(rows):
    """Deviation 0.1: outputs above 0.1, delta within a factor 5."""
    own = rows.where(deviation=0.1)
    assert own["output"].min() > 0.1
    assert 1 / 5 < own["delta"].min() < own["delta"].max() < 5


def gradients_are_small_alike(rows):
    """Deviation 0.01: all gradients of weights are within a factor 3."""
    own = rows.where(deviation=0.01)["gradient"]
    assert own.max() < 3 * own.min()
