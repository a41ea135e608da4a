import numpy as np
import pytest
from helpers.windows import pictures

from chainrule.scratch import nn
from chainrule.scratch.analysis import central_gradient

UNIT, TIED = "receptive-field", "parameter-sharing"


@pytest.mark.parametrize(("stride", "padding"), [(1, 0), (2, 1), ((1, 2), "same")])
def test_with_tied_weights_it_is_a_convolution(agree, stride, padding):
    if padding == "same":
        stride = 1
    conv = nn.Conv2d(2, 3, 3, stride, padding, rng=0)
    local = nn.LocallyConnected2d(2, 3, (6, 5), 3, stride, padding)
    local.weight[...], local.bias[...] = conv.params
    x = pictures((4, 2, 6, 5))
    y = conv.forward(x)
    dy = pictures(y.shape, seed=2)
    agree(TIED, local.forward(x), y, 1e-12, against="Conv2d")
    agree(
        TIED, local.backward(dy), conv.backward(dy), 1e-12, atol=1e-13, against="Conv2d"
    )
    # the gradient of weights that all places share is the sum over the places
    for mine, shared in zip(local.grads, conv.grads, strict=True):
        agree(TIED, mine.sum(axis=(0, 1)), shared, 1e-12, atol=1e-13, against="Conv2d")


def test_gradients_are_slopes(agree):
    layer, x = (
        nn.LocallyConnected2d(2, 2, (4, 3), 2, 1, 1, rng=0),
        pictures((2, 2, 4, 3)),
    )
    y = layer.forward(x)
    dy = pictures(y.shape, seed=2)
    found = [layer.backward(dy), *(gradient.copy() for gradient in layer.grads)]
    for array, gradient in zip([x, *layer.params], found, strict=True):
        kept = array.copy()

        def loss(at, array=array):
            array[...] = at.reshape(array.shape)
            return (dy * layer.forward(x)).sum()

        slopes = central_gradient(loss, kept.ravel()).reshape(kept.shape)
        array[...] = kept
        agree(UNIT, gradient, slopes, 1e-6, atol=1e-8, against="central differences")


def test_an_input_outside_the_field_changes_nothing():
    layer, x = nn.LocallyConnected2d(1, 1, 5, 3, rng=0), pictures((1, 1, 5, 5))
    before = layer.forward(x)[0, 0]
    x[0, 0, 4, 4] += 1
    changed = layer.forward(x)[0, 0] != before
    assert np.argwhere(changed).tolist() == [[2, 2]]


def test_three_kinds_of_weights():
    """Fully connected, local, shared: each a part of the one before."""
    x, full = (3, 100, 100), 3 * 100 * 100
    local = nn.LocallyConnected2d(3, 1, 100, 3, padding=1)
    shared = nn.Conv2d(3, 1, 3, padding=1)
    count = [sum(p.size for p in layer.params) for layer in (local, shared)]
    assert count == [100 * 100 * 28, 28]
    assert full == np.prod(x)


def test_without_a_bias():
    with_bias = nn.LocallyConnected2d(1, 2, 4, 2, rng=0)
    without = nn.LocallyConnected2d(1, 2, 4, 2, bias=False, rng=0)
    with_bias.bias[...] = 0
    x = pictures((2, 1, 4, 4))
    y = without.forward(x)
    assert np.array_equal(y, with_bias.forward(x))
    assert np.array_equal(without.backward(y), with_bias.backward(y))
    assert len(without.params) == 1


def test_refuses():
    with pytest.raises(ValueError, match=r"of size \(4, 4\), got \(4, 5\)"):
        nn.LocallyConnected2d(1, 1, 4, 2).forward(np.ones((1, 1, 4, 5)))
    with pytest.raises(ValueError, match="no layer from 1 to 0"):
        nn.LocallyConnected2d(1, 0, 4, 2)
    with pytest.raises(ValueError, match="does not fit into 4"):
        nn.LocallyConnected2d(1, 1, 4, 5)
