"""What the page says of one to five layers on a sine."""


def _losses(rows, optimizer, rate):
    """Median losses of one to five layers."""
    return rows.where(optimizer=optimizer, rate=rate)["loss"]


def sgd_falls_and_rises(rows):
    """SGD, rate 0.1: three layers beat one by 1.4, and five by 1.4."""
    one, _, three, _, five = _losses(rows, "SGD", 0.1)
    assert 1.4 * three < min(one, five)


def at_every_rate_tried(rows):
    """SGD: at each rate five layers have a larger loss than three."""
    for rate in {*rows.where(optimizer="SGD")["rate"]}:
        losses = _losses(rows, "SGD", rate)
        assert losses[4] > losses[2]


def adam_finds_deep_ones(rows):
    """Adam, rate 0.003: five layers under a fifth of the loss of two."""
    losses = _losses(rows, "Adam", 0.003)
    assert losses[4] < losses[1] / 5
    assert losses[1] < losses[0] / 5


def same_start_other_optimizer(rows):
    """Five layers from the same starts: Adam has under a tenth of SGD's."""
    assert _losses(rows, "Adam", 0.003)[4] < _losses(rows, "SGD", 0.1)[4] / 10
