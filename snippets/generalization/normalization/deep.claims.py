"""What the page says of forty layers with batch normalization."""

import numpy as np


def signal_stays(rows):
    """Every layer's output has a size of 0.71, within 5%."""
    assert np.abs(rows["out"] / 0.5**0.5 - 1).max() < 0.05


def gradient_grows(rows):
    """In each network it is over 500 times as large at the first layer."""
    assert rows.one("low", layer=1) > 500


def as_derived(rows):
    """Medians are within a factor of 1.5 of what (32.15) gives."""
    ratio = rows["back"] / rows["derived"]
    assert 1 / 1.5 < ratio.min() < ratio.max() < 1.5
