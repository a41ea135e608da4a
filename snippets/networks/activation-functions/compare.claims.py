"""What the page says of five activations in two depths."""

KINDS = "sigmoid", "tanh", "relu", "prelu", "gelu"
LEARN = KINDS[1:]


def _best(rows, depth, kind, column="test"):
    return rows.one(column, depth=depth, activation=kind, best=1)


def two_layers_hardly_differ(rows):
    """In two layers all five end within 0.15 of each other, above 0.8."""
    ends = [_best(rows, 2, kind) for kind in KINDS]
    assert min(ends) > 0.8
    assert max(ends) - min(ends) < 0.15


def one_rate_for_all_misleads(rows):
    """In two layers, at 0.01, the sigmoid is 0.3 behind ReLU."""
    at = {"depth": 2, "lr": 0.01}
    relu = rows.one("test", activation="relu", **at)
    assert rows.one("test", activation="sigmoid", **at) < relu - 0.3


def eight_layers_of_sigmoids_learn_nothing(rows):
    """In eight layers no rate takes the sigmoid above 0.3."""
    assert (rows.where(depth=8, activation="sigmoid")["test"] < 0.3).all()


def the_others_learn_in_eight(rows):
    """In eight layers the other four are above 0.6."""
    for kind in LEARN:
        assert _best(rows, 8, kind) > 0.6


def best_rates_are_inside(rows):
    """No best rate is at an edge of the grid, but where nothing learns."""
    for depth in (2, 8):
        for kind in KINDS if depth == 2 else LEARN:
            assert 0.003 < _best(rows, depth, kind, "lr") < 3


def prelu_is_no_other_league(rows):
    """In two layers PReLU ends within 0.1 of ReLU."""
    assert abs(_best(rows, 2, "prelu") - _best(rows, 2, "relu")) < 0.1


def prelu_leaves_relu(rows):
    """At the best rate the mean slope that PReLU has learned is over 0.1."""
    for depth in (2, 8):
        assert _best(rows, depth, "prelu", "slope") > 0.1
