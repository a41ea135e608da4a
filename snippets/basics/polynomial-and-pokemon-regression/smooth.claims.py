"""What the page says of smoothness and the strength of the penalty."""


def the_weights_only_shrink(rows):
    """From one strength to the next the length of w rises in no sample."""
    assert (rows["length_rose"][1:] == 0).all()


def the_training_error_only_rises(rows):
    """From one strength to the next the training error rises in each sample."""
    assert (rows["training_rose"][1:] == 1).all()


def the_steepest_slope_falls(rows):
    """From none to the strongest the median slope falls a thousandfold."""
    steepest = rows["steepest"]
    assert steepest[0] > 1000 * steepest[-1]


def the_curve_may_get_steeper(rows):
    """From 0.01 to 0.1 the slope rises in a fifth to half of the samples."""
    assert 0.2 < rows.one("steepest_rose", **{"lambda": 0.1}) < 0.5


def the_best_strength_is_inside(rows):
    """The median test error is least at 0.01 or 0.1, inside of the grid."""
    test = rows["test"]
    assert rows["lambda"][test.argmin()] in (0.01, 0.1)
