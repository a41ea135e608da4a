"""What the page says of Adam and momentum on the digits."""


def _end(rows, pixels, optimizer):
    own = rows.where(pixels=pixels, optimizer=optimizer)
    return own.where(epoch=own["epoch"].max())


def no_difference_on_pixels_alike(rows):
    """On pixels alike final accuracies overlap, with medians within 0.02."""
    adam, other = (_end(rows, "alike", name) for name in ("Adam", "Momentum"))
    assert adam["low"][0] <= other["high"][0]
    assert other["low"][0] <= adam["high"][0]
    assert abs(adam["accuracy"][0] - other["accuracy"][0]) < 0.02


def adam_with_own_units(rows):
    """With own units each run of Adam ends lower in loss than momentum's."""
    adam, other = (
        _end(rows, "own units", name) for name in ("Adam", "Momentum")
    )
    assert adam["loss_high"][0] < other["loss_low"][0]


def momentum_needs_another_rate(rows):
    """The units lower momentum's best rate at least tenfold, Adam's by less."""
    adam, other = (
        _end(rows, "alike", name)["lr"][0]
        / _end(rows, "own units", name)["lr"][0]
        for name in ("Adam", "Momentum")
    )
    assert other > 9
    assert adam < other
