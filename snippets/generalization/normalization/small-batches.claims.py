"""What the page says of the statistics of small batches."""

import numpy as np


def means_follow_the_root(rows):
    """Times the root of the size, the spread of means is 1, within 5%."""
    assert np.abs(rows["mean_root"] - 1).max() < 0.05


def deviations_too(rows):
    """From size 8 on: times the root of twice the size 1, within 8%."""
    large = rows["size"] >= 8
    assert np.abs(rows["deviation_root"][large] - 1).max() < 0.08
