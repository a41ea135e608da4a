"""What the page says of the large gradient at random."""


def adam_at_the_wrong_end(rows):
    """Every run of Adam is late near the wrong end."""
    adam = rows.where(method="adam")
    assert adam["low"][0] > 0.6
    assert adam["near_worst"][0] == 50


def amsgrad_wanders(rows):
    """Runs of AMSGrad end up on either side, and many near neither end."""
    amsgrad = rows.where(method="amsgrad")
    best, worst = amsgrad["near_best"][0], amsgrad["near_worst"][0]
    assert best >= 3
    assert worst >= 3
    assert best + worst < 45
