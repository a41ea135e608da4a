"""What the page says of units that never fire."""


def _spread(values):
    return values.max() - values.min()


def moderate_rates_are_harmless(rows):
    """From He's start, up to 0.3, ReLU loses few units and learns."""
    for lr in (0.03, 0.1, 0.3):
        run = rows.where(activation="relu", start="he", lr=lr)
        assert run["first"][0] < 0.2
        assert run["second"][0] < 0.25
    assert rows.one("mean", activation="relu", start="he", lr=0.3) > 0.95


def a_large_rate_kills(rows):
    """At 1 over half of ReLU's first layer is gone, from either start."""
    for start in ("default", "he"):
        assert rows.one("first", activation="relu", start=start, lr=1) > 0.5


def a_larger_one_kills_all(rows):
    """At 3 hardly a unit of the second layer is left, nor anything right."""
    for start in ("default", "he"):
        run = rows.where(activation="relu", start=start, lr=3)
        assert run["second"][0] > 0.9
        assert run["mean"][0] < 0.2


def a_leak_does_not_save_all(rows):
    """At 3 nothing learns, leak or not."""
    assert (rows.where(lr=3)["mean"] < 0.3).all()


def no_difference_where_it_learns(rows):
    """At 0.1 and 0.3, from He's start, leaks change less than 0.05."""
    for lr in (0.1, 0.3):
        assert _spread(rows.where(start="he", lr=lr)["mean"]) < 0.05


def negative_biases_are_born_dead(rows):
    """With biases of -1.5 over 0.95 of layer 2 never fires at first."""
    run = rows.where(activation="relu", start="he, bias -1.5")
    assert (run["second0"] > 0.95).all()


def a_leak_learns_out_of_it(rows):
    """From there ReLU stays below 0.3 at every rate, 0.1 passes 0.35."""
    at = {"start": "he, bias -1.5"}
    assert (rows.where(activation="relu", **at)["mean"] < 0.3).all()
    assert rows.where(activation="leaky 0.1", **at)["mean"].max() > 0.35


def a_hundredth_is_a_small_leak(rows):
    """From there 0.01 stays below 0.3 at every rate."""
    run = rows.where(activation="leaky 0.01", start="he, bias -1.5")
    assert (run["mean"] < 0.3).all()
