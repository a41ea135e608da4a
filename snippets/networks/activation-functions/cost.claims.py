"""What the page says of the price of an activation."""


def relu_is_cheapest(rows):
    """ReLU takes less than half of a sigmoid's time, and of tanh's."""
    relu = rows.one("ns", what="relu")
    for other in ("sigmoid", "tanh"):
        assert relu < 0.5 * rows.one("ns", what=other)


def the_layer_costs_far_more(rows):
    """The linear layer takes over five times as long as its ReLU."""
    relu = rows.one("ns", what="relu")
    assert rows.one("ns", what="linear") > 5 * relu
