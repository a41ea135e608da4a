"""What the page says of the spectrum along the training."""


def the_ratio_grows(rows):
    """The median rises from point to point, in all by 0.15 or more."""
    ratio = rows["ratio"]
    assert (ratio[1:] > ratio[:-1] + 0.02).all()
    assert ratio[-1] > ratio[0] + 0.15


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
