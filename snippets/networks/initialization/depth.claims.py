"""What the page says of delta in networks of twenty layers."""


def _first(rows, activation, gain):
    """Median, lowest and highest ratio of the first layer to the last."""
    own = rows.where(activation=activation, gain=gain, layer=1)
    return own["ratio"][0], own["low"][0], own["high"][0]


def sigmoid_vanishes(rows):
    """Sigmoid with gain 1: under 1e-11 of delta reaches the first layer."""
    assert _first(rows, "sigmoid", 1)[2] < 1e-11


def weights_count(rows):
    """Sigmoid with gain 6: at least a million times as much."""
    assert _first(rows, "sigmoid", 6)[1] > 1e6 * _first(rows, "sigmoid", 1)[2]


def tanh_explodes(rows):
    """Tanh with gain 3: delta grows over a hundredfold."""
    assert _first(rows, "tanh", 3)[1] > 100


def kept(rows):
    """Tanh with gain 1 and ReLU with the root of 2 stay within a factor 10."""
    for activation, gain in (("tanh", 1), ("relu", 1.41)):
        _, low, high = _first(rows, activation, gain)
        assert 0.1 < low < high < 10


def as_derived(rows):
    """Each median is within a factor 2 of what (16.3) gives."""
    ratio = rows["ratio"] / rows["derived"]
    assert 0.5 < ratio.min() < ratio.max() < 2
