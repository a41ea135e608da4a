"""What the page says of the best constants under three kinds of noise."""


def normal_noise_is_won_by_the_mean(rows):
    """Under normal noise the median scatters 15 % more than the mean."""
    row = rows.where(noise="normal")
    assert row["median"] > 1.15 * row["mean"]


def laplace_noise_is_won_by_the_median(rows):
    """Under Laplace noise the mean scatters 15 % more than the median."""
    row = rows.where(noise="Laplace")
    assert row["mean"] > 1.15 * row["median"]


def slips_ruin_the_mean(rows):
    """With a tenth of wide noise the mean scatters twice as much as both."""
    row = rows.where(noise="slips")
    assert row["mean"] > 2 * row["median"]
    assert row["mean"] > 2 * row["huber"]


def slips_are_won_by_huber(rows):
    """With a tenth of wide noise the median scatters 8 % more than Huber's."""
    row = rows.where(noise="slips")
    assert row["median"] > 1.08 * row["huber"]


def huber_is_never_far_from_the_best(rows):
    """Huber's constant scatters at most 8 % more than the best of the three."""
    for row in (rows.where(noise=name) for name in rows["noise"]):
        best = min(row["mean"], row["median"])
        assert row["huber"] < 1.08 * best
