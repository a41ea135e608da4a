"""What the page says of convolution and attention on few samples."""


def _accuracy(rows, mixing):
    """Medians from the fewest to the most samples."""
    return rows.where(mixing=mixing)["accuracy"]


def few_samples_want_a_convolution(rows):
    """Fewest samples: a convolution is 0.1 above attention."""
    convolution, attention = (_accuracy(rows, m)[0] for m in KINDS)
    assert convolution > attention + 0.1


def all_fit_the_few(rows):
    """Fewest samples: on them all networks are right 99 times in 100."""
    for mixing in (*KINDS, "nothing"):
        assert rows.where(mixing=mixing)["training"][0] > 0.99


def attention_can_be_worse_than_nothing(rows):
    """Fewest samples: attention is 0.01 below patches that hear nobody."""
    assert (
        _accuracy(rows, "attention")[0] < _accuracy(rows, "nothing")[0] - 0.01
    )


def more_samples_close_the_gap(rows):
    """The gap is at least 0.02 smaller with the most samples."""
    convolution, attention = (_accuracy(rows, m) for m in KINDS)
    gaps = convolution - attention
    assert gaps[-1] < gaps[0] - 0.02


def still_ahead(rows):
    """With the most samples the convolution is still 0.02 ahead."""
    convolution, attention = (_accuracy(rows, m)[-1] for m in KINDS)
    assert convolution > attention + 0.02


KINDS = "convolution", "attention"
