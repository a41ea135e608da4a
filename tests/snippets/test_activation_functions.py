"""What networks/activation-functions says beside the functions of chainrule."""

import runpy
from pathlib import Path

import numpy as np
import pytest
import torch
from scipy.integrate import quad
from scipy.special import ndtr
from torch.nn import functional as F

from chainrule.scratch.nn import Linear, Sequential, Tanh, sigmoid

UNIT = "relu-advantages"
PROGRAMS = Path(__file__).parents[2] / "snippets/networks/activation-functions"


@pytest.fixture(scope="module")
def today():
    return runpy.run_path(str(PROGRAMS / "today.py"))


@pytest.mark.equation("eq:two-linear-layers", by="two layers of random weights")
def test_two_linear_layers_are_one(agree):
    one, two = Linear(3, 5, rng=0), Linear(5, 2, rng=1)
    x = np.random.default_rng(2).normal(size=(20, 3))
    W, b = two.weight @ one.weight, two.weight @ one.bias + two.bias
    ours, oracle = Sequential(one, two).forward(x), Linear.of(W, b).forward(x)
    agree(UNIT, ours, oracle, 1e-13, against="one layer")
    bent = Sequential(one, Tanh(), two).forward(x)
    assert np.abs(bent - oracle).max() > 0.1


@pytest.mark.equation("eq:activation-slope")
def test_the_way_back_multiplies_by_the_slope(agree, equation):
    """The layer's way back, beside what is printed with the slope of autograd."""
    rng, layer = np.random.default_rng(0), Tanh()
    z, g = rng.normal(size=(2, 6, 4))
    layer.forward(z)
    leaf = torch.tensor(z, requires_grad=True)
    torch.tanh(leaf).sum().backward()
    lhs = r"\frac{\partial L}{\partial z}"
    symbols = {r"\frac{\partial L}{\partial y}": "g", "f'(z)": "slope"}
    printed = equation("eq:activation-slope", lhs, symbols)
    oracle, against = printed(g=g, slope=leaf.grad.numpy()), "printed equation (13.2)"
    agree(UNIT, layer.backward(g), oracle, 1e-14, against=against)


@pytest.mark.equation("eq:stepped-sigmoid", by="a sum of 400 terms")
@pytest.mark.equation("eq:softplus", by="scipy.integrate.quad")
def test_a_crowd_of_sigmoids_is_softplus(agree):
    """The midpoint rule is off by sigmoid'(z) / 24, to its first order."""
    z, i = np.linspace(-20, 20, 21), np.arange(1, 401)
    area = [quad(lambda s, z=z: sigmoid(z - s), 0, 100, points=[20])[0] for z in z]
    softplus = F.softplus(torch.tensor(z))
    agree(UNIT, area, softplus, 1e-7, against="torch.nn.functional.softplus")
    stepped = sigmoid(z[:, None] - i + 0.5).sum(axis=1)
    first = sigmoid(z) * sigmoid(-z) / 24
    assert np.abs(softplus.numpy() - stepped - first).max() < 3e-4


@pytest.mark.equation("eq:gelu", "eq:silu")
def test_gates(agree, equation):
    z = np.linspace(-8, 8, 161)
    printed = equation("eq:gelu", r"\mathrm{GELU}(z)", {"z": "z", r"\Phi(z)": "P"})
    ours, against = F.gelu(torch.tensor(z)), "printed equation (13.16)"
    agree(UNIT, ours, printed(z=z, P=ndtr(z)), 1e-12, against=against, atol=4e-16)
    printed = equation("eq:silu", r"\mathrm{SiLU}(z)", {"z": "z", r"\sigma(z)": "s"})
    ours, against = F.silu(torch.tensor(z)), "printed equation (13.17)"
    agree(UNIT, ours, printed(z=z, s=sigmoid(z)), 1e-14, against=against)


@pytest.mark.equation("eq:swiglu", by="torch.nn.functional.glu")
def test_swiglu(agree, today):
    """Its hidden layer is torch's glu of the product and of the gate's input."""
    torch.manual_seed(0)
    shapes = (5, 4), (6, 4), (6, 4), (4, 6)
    x, W, V, W2 = (torch.randn(s).double() for s in shapes)
    gate = x @ W.T
    hidden = F.glu(torch.cat([gate * (x @ V.T), gate], dim=-1))
    ours, against = today["swiglu"](x, W, V, W2), "torch.nn.functional.glu"
    agree(UNIT, ours, hidden @ W2.T, 1e-12, against=against)
