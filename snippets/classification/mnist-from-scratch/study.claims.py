"""What the report says of momentum, learning rate and batch size."""


def momentum_is_ahead(rows):
    """At rate 0.1 momentum ends at under half the loss, two points better."""
    runs = rows.where(lr=0.1, batch=100)
    loss, accuracy = runs["loss"], runs["accuracy"]
    assert loss[1] < 0.5 * loss[0]
    assert accuracy[1] > accuracy[0] + 0.02


def sooner_at_the_goal(rows):
    """Momentum needs at most 15 epochs to the goal, plain SGD over 20."""
    runs = rows.where(lr=0.1, batch=100)
    assert runs.one("epochs", momentum=0.9) <= 15
    assert runs.one("epochs", momentum=0) > 20


def a_larger_rate_does_the_same(rows):
    """Plain SGD with ten times the rate ends within 10 % of momentum's loss."""
    runs = rows.where(batch=100)
    loss = runs.one("loss", momentum=0.9, lr=0.1)
    assert 0.9 < runs.one("loss", momentum=0, lr=1) / loss < 1.1


def too_small_is_too_slow(rows):
    """At rate 0.01 plain SGD still has over five times the loss of rate 1."""
    runs = rows.where(batch=100, momentum=0)
    assert runs.one("loss", lr=0.01) > 5 * runs.one("loss", lr=1)


def the_peak_is_flat(rows):
    """With momentum 0.3 and 1 are within 1.5 points, well above 0.01."""
    runs = rows.where(batch=100, momentum=0.9)
    peak = [runs.one("accuracy", lr=lr) for lr in (0.3, 1)]
    assert abs(peak[0] - peak[1]) < 0.015
    assert min(peak) > runs.one("accuracy", lr=0.01) + 0.02


def only_the_training_loss_falls(rows):
    """From rate 0.3 to 3 the loss falls by a third, the accuracy gains
    nothing."""
    runs = rows.where(batch=100, momentum=0.9)
    assert runs.one("loss", lr=3) < 0.67 * runs.one("loss", lr=0.3)
    assert runs.one("accuracy", lr=3) < runs.one("accuracy", lr=0.3) + 0.005


def small_batches_win_at_a_fixed_rate(rows):
    """Batches of 10 read eight points more than one batch of all samples."""
    runs = rows.where(momentum=0, lr=0.1)
    whole = runs.one("accuracy", batch=1079)
    assert runs.one("accuracy", batch=10) > whole + 0.08


def one_number(rows):
    """Up to the plain rate 1 per 100 samples, settings with the same rate over
    (1 - momentum) batch end within 10 %."""
    same = (
        ((0, 0.1, 100), (0.9, 0.01, 100)),
        ((0, 0.3, 100), (0.9, 0.03, 100)),
        ((0, 1, 100), (0.9, 0.1, 100)),
        ((0, 0.1, 10), (0.9, 0.1, 100)),
    )
    for pair in same:
        names = "momentum", "lr", "batch"
        settings = [dict(zip(names, setting, strict=True)) for setting in pair]
        loss = [rows.one("loss", **setting) for setting in settings]
        assert abs(loss[0] / loss[1] - 1) < 0.1, pair
