"""What the page says of four ways to spend 81 epochs."""


def random_beats_the_grid(rows):
    """Its mean loss is lower, by 0.04 at least."""
    assert rows.one("loss", way="random") < rows.one("loss", way="grid") - 0.04


def uniform_is_a_gamble(rows):
    """Drawn evenly, the mean is higher, and the worst search above 1."""
    logs, lines = (rows.one("loss", way=way) for way in ("random", "uniform"))
    assert lines > logs + 0.05
    assert rows.one("high", way="uniform") > 1


def halving_is_not_ahead(rows):
    """Fewer of its searches get below 0.35 than of the random ones."""
    few, many = (rows.one("good", way=way) for way in ("random", "halving"))
    assert many < few - 1
