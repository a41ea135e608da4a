from itertools import pairwise

import numpy as np
import pytest

from chainrule.scratch.models.deep import pieces, sawtooth
from chainrule.scratch.models.regression import relus
from chainrule.scratch.models.shallow import one_hidden_layer
from chainrule.scratch.nn import Linear, ReLU, Sequential


def network(x, model):
    return model.forward(x[:, None])[:, 0]


def one_layer(w, b, c, b0):
    return one_hidden_layer(w[:, None], b, c, b0, ReLU())


def random_network(widths, seed):
    rng = np.random.default_rng(seed)
    sizes = [1, *widths, 1]
    layers = []
    for i, o in pairwise(sizes):
        W, b = rng.normal(size=(o, i)) * np.sqrt(2 / i), rng.normal(size=o)
        layers += [Linear.of(W, b), ReLU()]
    return Sequential(*layers[:-1])


@pytest.mark.equation("eq:pieces", by="exact count")
@pytest.mark.parametrize("widths", [(5,), (4, 4), (3, 3, 3), (8, 6)])
def test_a_relu_network_is_a_curve_of_pieces(agree, widths):
    for seed in range(10):
        layers = random_network(widths, seed)
        knots, values = pieces(layers, -3, 3)
        x = np.linspace(-3, 3, 4001)
        oracle = np.interp(x, knots, values)
        agree("deep-vs-fat", network(x, layers), oracle, 1e-11, against="numpy.interp")
        assert len(knots) - 1 <= np.prod(np.array(widths) + 1)
        # Counted another way: where the slope between close points changes.
        slopes = np.diff(network(x, layers)) / np.diff(x)
        bent = np.flatnonzero(np.abs(np.diff(slopes)) > 1e-6)
        groups = 1 + np.count_nonzero(np.diff(bent) > 1) if len(bent) else 0
        assert groups <= len(knots) - 2


def test_one_layer_has_a_piece_for_each_bend():
    knots, values = np.array([0.0, 0.3, 0.5, 1.0]), np.array([0.0, 1.0, -1.0, 2.0])
    layers = one_layer(*relus(knots, values))
    found, heights = pieces(layers, -1, 2)
    np.testing.assert_allclose(found, [-1, *knots, 2])
    np.testing.assert_allclose(heights, [0, *values, 2], atol=1e-12)


@pytest.mark.equation("eq:tent")
def test_tent(agree, equation):
    x = np.linspace(0, 1, 33)
    printed = equation("eq:tent", "T(x)", {"x": "x"})(x=x)
    ours = network(x, sawtooth(1))
    agree("deep-vs-fat", ours, printed, 1e-15, against="printed equation (3.19)")
    agree("deep-vs-fat", ours, 1 - np.abs(2 * x - 1), 1e-15, against="closed form")
    twice = network(x, sawtooth(2))
    again = printed_tent(printed_tent(x))
    agree("deep-vs-fat", twice, again, 1e-15, against="closed form")


def printed_tent(x):
    return 1 - np.abs(2 * x - 1)


@pytest.mark.parametrize("depth", range(1, 9))
def test_sawtooth_doubles_with_each_layer(agree, depth):
    layers = sawtooth(depth)
    knots, values = pieces(layers, 0, 1)
    assert len(knots) - 1 == 2**depth
    teeth = np.arange(2**depth + 1)
    agree("deep-vs-fat", knots, teeth / 2**depth, 1e-14, against="closed form")
    agree("deep-vs-fat", values, teeth % 2, 1e-12, against="closed form")
    assert sum(p.size for p in layers.params) == 6 * depth + 1


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_one_layer_needs_a_unit_for_each_piece(depth):
    """As many ReLUs as pieces make the same teeth on [0, 1]."""
    knots, values = pieces(sawtooth(depth), 0, 1)
    w, b, c, b0 = (p[:-1] if np.ndim(p) else p for p in relus(knots, values))
    flat = one_layer(w, b, c, b0)
    x = np.linspace(0, 1, 500)
    np.testing.assert_allclose(network(x, flat), network(x, sawtooth(depth)), atol=1e-9)
    assert sum(p.size for p in flat.params) == 3 * 2**depth + 1


@pytest.mark.parametrize("depth", [0, -1])
def test_no_layers(depth):
    with pytest.raises(ValueError, match=f"depth must be at least 1, got {depth}"):
        sawtooth(depth)


def test_no_interval():
    with pytest.raises(ValueError, match="low must be below high, got 1 and 1"):
        pieces(sawtooth(1), 1, 1)
