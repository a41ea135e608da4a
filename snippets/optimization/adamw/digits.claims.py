"""What the page says of the methods side by side."""


def medians_are_close(rows):
    """The median test accuracies are within five points of each other."""
    accuracy = rows["accuracy"]
    assert accuracy.max() - accuracy.min() < 0.05


def every_range_reaches_down(rows):
    """Each method has a run that is not above the best method's median."""
    assert (rows["low"] <= rows["accuracy"].max()).all()


def adam_needs_no_warm_up_here(rows):
    """The median accuracies of Adam and RAdam are within four points."""
    adam = rows.one("accuracy", method="Adam")
    assert abs(adam - rows.one("accuracy", method="RAdam")) < 0.04
