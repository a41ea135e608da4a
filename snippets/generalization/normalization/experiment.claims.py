"""What the page says of networks with and without batch normalization."""


def sigmoids_need_it(rows):
    """Sigmoids: at no rate reads a network a fifth; with it, all do."""
    plain = rows.where(activation="sigmoid", norm="none")
    assert plain["high"].max() < 0.2
    normed = rows.where(activation="sigmoid", norm="batch")
    assert normed["low"].min() > 0.5


def it_forgives_rates(rows):
    """ReLU, rate 3: all read three quarters with it, few a third without."""
    relu = {"activation": "relu", "rate": 3}
    assert rows.one("low", norm="batch", **relu) > 0.75
    assert rows.one("accuracy", norm="none", **relu) < 0.3


def not_all_rates(rows):
    """ReLU with it: at 10, where that was tried, half do not learn."""
    own = rows.where(activation="relu", norm="batch")
    for rate, median in zip(own["rate"], own["accuracy"], strict=True):
        if rate == 10:
            assert median < 0.5


def a_good_start_nearly_does(rows):
    """ReLU: the best medians with and without are within two points."""
    best = [
        rows.where(activation="relu", norm=norm)["accuracy"].max()
        for norm in ("none", "batch")
    ]
    assert min(best) > 0.9
    assert abs(best[1] - best[0]) < 0.02
