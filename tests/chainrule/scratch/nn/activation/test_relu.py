import numpy as np
import pytest
import torch

from chainrule.scratch.nn import ReLU, relu, relu_derivative


@pytest.mark.equation("eq:relu")
def test_values(agree, equation):
    z = np.random.default_rng(1).normal(size=(4, 5))
    name = r"\mathrm{ReLU}(z)"
    printed = equation("eq:relu", name, {"z": "z"})(z=z)
    agree("relu", relu(z), printed, 0, against="printed equation (3.12)")
    agree("relu", relu(z), torch.relu(torch.tensor(z)), 0, against="torch.relu")
    assert relu(np.array([-np.inf, 0.0, np.inf])).tolist() == [0, 0, np.inf]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_follows_the_input(dtype):
    assert relu(np.zeros(3, dtype)).dtype == dtype


def test_the_layer_is_torchs(agree):
    x, dy = np.random.default_rng(0).normal(size=(2, 4, 3))
    x[0] = 0, 40, -40
    layer, leaf = ReLU(), torch.tensor(x, requires_grad=True)
    y = torch.nn.ReLU()(leaf)
    y.backward(torch.tensor(dy))
    agree("relu", layer.forward(x), y, 1e-15, against="torch.nn.ReLU")
    agree("relu", layer.backward(dy), leaf.grad, 1e-14, against="torch.nn.ReLU")


@pytest.mark.equation("eq:relu-slope", by="torch.autograd")
def test_derivative(agree):
    """At 0 it is a convention: the notes take 1, torch 0, and so do we."""
    z = np.array([-2.0, -0.0, 0.0, 1e-300, 3.0])
    leaf = torch.tensor(z, requires_grad=True)
    torch.relu(leaf).sum().backward()
    ours, unit = relu_derivative(z), "relu-derivative"
    agree(unit, ours, leaf.grad, 0, against="torch.autograd")
    assert ours.tolist() == [0, 0, 0, 1, 1]
    assert relu_derivative(z.astype(np.float32)).dtype == np.float32


@pytest.mark.equation("eq:relu-subgradient", by="a grid of slopes and of z")
def test_subgradients():
    """A line through the corner stays below for slopes from 0 to 1 alone."""
    z, slopes = np.linspace(-3, 3, 601), np.linspace(-1, 2, 301).round(2)
    below = (relu(z) >= slopes[:, None] * z).all(axis=1)
    assert np.array_equal(below, (slopes >= 0) & (slopes <= 1))
    assert below[slopes == relu_derivative(0.0)]
