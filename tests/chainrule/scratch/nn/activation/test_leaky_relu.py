import numpy as np
import pytest
import torch

from chainrule.scratch.nn import LeakyReLU, leaky_relu, leaky_relu_derivative, relu

UNIT = "leaky-relu"
SLOPES = [0.0, 0.01, 0.3, 1.0, 2.5, -0.5]
Z = np.concatenate([4 * np.random.default_rng(0).normal(size=40), [0.0, -0.0]])


@pytest.mark.parametrize("slope", SLOPES)
def test_values(agree, slope):
    oracle = torch.nn.functional.leaky_relu(torch.tensor(Z), slope)
    against = "torch.nn.functional.leaky_relu"
    agree(UNIT, leaky_relu(Z, slope), oracle, 0, against=against)


@pytest.mark.parametrize("slope", [s for s in SLOPES if s <= 1])
def test_is_the_larger_of_two_lines(agree, slope):
    """As the notes write it, max(0.01 z, z). Not for slopes over 1."""
    lines = np.maximum(slope * Z, Z)
    agree(UNIT, leaky_relu(Z, slope), lines, 0, against="the larger of two lines")


def test_a_slope_over_one_is_the_smaller_of_two_lines():
    assert np.array_equal(leaky_relu(Z, 2.5), np.minimum(2.5 * Z, Z))


def test_without_a_slope_it_is_relu_and_the_default_is_torchs():
    assert np.array_equal(leaky_relu(Z, 0), relu(Z))
    assert LeakyReLU().negative_slope == torch.nn.LeakyReLU().negative_slope == 0.01
    assert np.array_equal(leaky_relu(Z), leaky_relu(Z, 0.01))


@pytest.mark.equation("eq:leaky-relu")
@pytest.mark.equation("eq:leaky-relu-slope", by="torch.autograd")
@pytest.mark.parametrize("slope", SLOPES)
def test_the_layer_is_torchs(agree, equation, slope):
    rng = np.random.default_rng(0)
    x, dy = Z.reshape(6, 7), rng.normal(size=(6, 7))
    layer, leaf = LeakyReLU(slope), torch.tensor(x, requires_grad=True)
    y, against = torch.nn.LeakyReLU(slope)(leaf), "torch.nn.LeakyReLU"
    y.backward(torch.tensor(dy))
    agree(UNIT, layer.forward(x), y, 0, against=against)
    printed = equation("eq:leaky-relu", "f(z)", {"z": "z", "a": "a"})(z=Z, a=slope)
    against = "printed equation (13.11)"
    agree(UNIT, leaky_relu(Z, slope), printed, 0, against=against)
    against = "torch.nn.LeakyReLU"
    agree(UNIT, layer.backward(dy), leaf.grad, 0, against=against)
    ours = dy * leaky_relu_derivative(x, slope)
    agree(UNIT, ours, leaf.grad, 0, against="torch.autograd")


@pytest.mark.parametrize("slope", [0.01, np.float64(0.01)])
def test_float32_stays_whatever_the_slope_is(slope):
    x, layer = np.ones((2, 3), np.float32), LeakyReLU(slope)
    assert layer.forward(x).dtype == layer.backward(x).dtype == np.float32
    assert leaky_relu_derivative(x, slope).dtype == np.float32
