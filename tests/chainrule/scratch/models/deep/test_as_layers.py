import numpy as np
import pytest

from chainrule.scratch import nn
from chainrule.scratch.models.deep import MLP, as_layers, identity

UNIT = "layer-decomposition-example"


def both_ways(activation, output):
    """An MLP and its layers after the same two passes."""
    rng = np.random.default_rng(0)
    model = MLP(3, [7, 5], 4, activation, output, rng=rng)
    chain, x, dy = as_layers(model), rng.normal(size=(6, 3)), rng.normal(size=(6, 4))
    y = model.forward(x), chain.forward(x)
    model.backward(dy)
    dx = model.delta[1] @ model.W[1], chain.backward(dy)
    return model, chain, [y, dx, *zip(model.grads, chain.grads, strict=True)]


@pytest.mark.parametrize("output", [identity, nn.relu, nn.tanh])
@pytest.mark.parametrize("activation", [nn.relu, nn.tanh])
def test_relu_and_tanh_are_the_same_to_the_bit(agree, activation, output):
    for ours, layers in both_ways(activation, output)[2]:
        agree(UNIT, ours, layers, 0, against="scratch.nn.Sequential")


@pytest.mark.parametrize("output", [identity, nn.sigmoid])
def test_sigmoid_is_the_same_but_for_the_order_of_two_products(agree, output):
    """dy (y (1 - y)) here, (dy y) (1 - y) there: 1e-14."""
    *_, pairs = both_ways(nn.sigmoid, output)
    assert np.array_equal(*pairs[0])
    for ours, layers in pairs:
        given = {"against": "scratch.nn.Sequential", "atol": 1e-16}
        agree(UNIT, ours, layers, 1e-13, **given)
        assert np.abs(ours - layers).max() <= 1e-14 * np.abs(layers).max()


def test_the_layers_have_the_arrays_of_the_network():
    model, chain, _ = both_ways(nn.relu, identity)
    assert all(a is b for a, b in zip(model.params, chain.params, strict=True))
    names = [type(layer).__name__ for layer in chain.layers]
    assert names == ["Linear", "ReLU", "Linear", "ReLU", "Linear"]
    model.W[1] += 1
    x = np.ones((2, 3))
    assert np.array_equal(model.forward(x), chain.forward(x))
