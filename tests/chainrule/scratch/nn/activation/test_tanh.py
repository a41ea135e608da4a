import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Tanh, sigmoid, tanh, tanh_derivative

UNIT = "tanh"
Z = np.concatenate([np.linspace(-40, 40, 161), [-1e3, 1e3, 1e-9, -1e-300]])


@pytest.mark.equation("eq:tanh", "eq:tanh-sigmoid", "eq:tanh-slope")
def test_as_printed(agree, equation):
    z = np.linspace(-5, 5, 41)
    printed = equation("eq:tanh", r"\tanh(z)", {"z": "z"})(z=z)
    agree(UNIT, tanh(z), printed, 1e-14, against="printed equation (13.4)")
    symbols = {r"\sigma(2z)": "s"}
    printed = equation("eq:tanh-sigmoid", r"\tanh(z)", symbols)(s=sigmoid(2 * z))
    against = "printed equation (13.5)"
    agree(UNIT, tanh(z), printed, 1e-15, against=against, atol=1e-15)
    against = "printed equation (13.6)"
    y = equation("eq:tanh-slope", "y", {"z": "z"})(z=z)
    agree(UNIT, tanh(z), y, 1e-15, against=against)
    printed = equation("eq:tanh-slope", r"\tanh'(z)", {"y": "y"})(y=y)
    agree(UNIT, tanh_derivative(z), printed, 1e-11, against=against)


def test_values(agree):
    agree(UNIT, tanh(Z), torch.tanh(torch.tensor(Z)), 1e-15, against="torch.tanh")
    z = np.linspace(-20, 20, 81)
    quotient = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    agree(UNIT, tanh(z), quotient, 1e-15, against="the quotient of exponentials")


def test_is_a_sigmoid_stretched(agree):
    ours = 2 * sigmoid(2 * Z) - 1  # 1 - 1 cancels near 0: four units beside 1
    agree(UNIT, ours, tanh(Z), 1e-15, against="2 sigmoid(2 z) - 1", atol=1e-15)


def test_derivative(agree):
    leaf = torch.tensor(Z, requires_grad=True)
    torch.tanh(leaf).sum().backward()
    against = "torch.autograd"
    agree(UNIT, tanh_derivative(Z), leaf.grad, 1e-15, against=against, atol=1e-15)
    h = 1e-30
    step = np.imag(np.tanh(np.linspace(-5, 5, 41) + 1j * h)) / h
    ours = tanh_derivative(np.linspace(-5, 5, 41))
    agree(UNIT, ours, step, 1e-11, against="complex step")
    assert tanh_derivative(Z).max() == tanh_derivative(0.0) == 1


def test_limits_without_overflow():
    with np.errstate(all="raise"):
        assert tanh(np.array([-1e4, 0.0, 1e4])).tolist() == [-1, 0, 1]
    assert tanh(np.array([-np.inf, np.inf])).tolist() == [-1, 1]
    assert np.isnan(tanh(np.nan))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_follows_the_input(dtype):
    z = np.zeros(3, dtype)
    assert tanh(z).dtype == tanh_derivative(z).dtype == dtype


def test_the_layer_is_torchs(agree):
    x, dy = np.random.default_rng(0).normal(size=(2, 4, 3))
    x[0] = 0, 40, -40
    layer, leaf = Tanh(), torch.tensor(x, requires_grad=True)
    y = torch.nn.Tanh()(leaf)
    y.backward(torch.tensor(dy))
    agree(UNIT, layer.forward(x), y, 1e-15, against="torch.nn.Tanh")
    agree(UNIT, layer.backward(dy), leaf.grad, 1e-14, against="torch.nn.Tanh")
