"""What the page says of scores of large vectors."""

import numpy as np


def variance_is_the_size(rows):
    """The variance of the scores over d is 1, within 15%."""
    assert np.abs(rows["variance"] / rows["d"] - 1).max() < 0.15


def the_largest_takes_all(rows):
    """Plain, the largest of 16 weights is over 0.85 at d = 256."""
    assert rows.one("weight", d=256) > 0.85


def and_slopes_vanish(rows):
    """There the median slope is under a tenth of the one with the root."""
    assert rows.one("slope", d=256) < rows.one("slope_root", d=256) / 10


def the_root_keeps_both(rows):
    """Over the root the weight moves by under 0.04 from d = 4 to 256."""
    large = rows["d"] >= 4
    assert np.ptp(rows["weight_root"][large]) < 0.04
    assert np.ptp(rows["slope_root"][large]) < 0.04
