"""What the page says of the spectrum along the training."""


def the_ratio_grows(rows):
    """From each point to the next the ranges of the ratio do not touch."""
    assert (rows["ratio_high"][:-1] < rows["ratio_low"][1:]).all()


def the_depth_shrinks(rows):
    """The median depth falls by a factor of a hundred or more."""
    depth = rows["depth"]
    assert depth[-1] < depth[0] / 100


def seven_zeros(rows):
    """Seven eigenvalues are zero at every step, in every run."""
    assert (rows["zeros_low"] == 7).all()
    assert (rows["zeros_high"] == 7).all()


def lanczos_falls_short_at_the_end(rows):
    """Twenty products find nine tenths at first, and less after 1,000 steps."""
    assert rows.one("lanczos_low", step=0) > 0.9
    assert rows.one("lanczos", step=1000) < 0.95
