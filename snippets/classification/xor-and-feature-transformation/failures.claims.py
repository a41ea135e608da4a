"""What the page says of the starts that fail."""


def they_stay(rows):
    """After six times the steps over nine of ten failures still fail."""
    late = rows.where(what="12000 steps")
    assert late["failed"][0] > 0.9 * late["starts"][0]


def the_weights_grow(rows):
    """The gradient falls to under a third while the weights grow."""
    gradient, weights = rows["gradient"], rows["weights"]
    assert gradient[1] < gradient[0] / 3
    assert weights[1] > 1.1 * weights[0]


def pushes_hardly_help(rows):
    """Small pushes free under 1 %, large ones under 15 %."""
    freed = 1 - rows["failed"] / rows["starts"]
    assert freed[2] < 0.01
    assert freed[3] < 0.15
