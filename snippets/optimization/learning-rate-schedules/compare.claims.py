"""What the page says of six schedules on the digits."""


def no_super_convergence(rows):
    """Two epochs of one cycle stay below ten at the constant rate."""
    cycle = rows.one("accuracy", epochs=2, best=1, schedule="one-cycle")
    constant = rows.one("accuracy", epochs=10, best=1, schedule="constant")
    assert cycle < constant


def short_runs_overlap(rows):
    """After two epochs runs of one cycle and of the constant rate overlap."""
    lows, highs = (
        [
            rows.one(end, epochs=2, best=1, schedule=name)
            for name in ("one-cycle", "constant")
        ]
        for end in ("low", "high")
    )
    assert max(lows) < min(highs)


def the_same_accuracy(rows):
    """After ten epochs the medians at the best rates are within 0.025."""
    accuracy = rows.where(epochs=10, best=1)["accuracy"]
    assert accuracy.max() - accuracy.min() < 0.025


def low_ends_allow_high_peaks(rows):
    """At 0.5 cosine and one cycle end below half the constant rate's loss."""
    at = {"epochs": 10, "lr": 0.5}
    cosine, cycle, constant = (
        rows.one("loss", schedule=name, **at)
        for name in ("cosine", "one-cycle", "constant")
    )
    assert max(cosine, cycle) < 0.5 * constant
