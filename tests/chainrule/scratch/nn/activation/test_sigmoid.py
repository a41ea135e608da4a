import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Sigmoid, sigmoid, sigmoid_derivative

Z = np.concatenate([np.linspace(-40, 40, 161), [-1e3, 1e3, -745.0, 710.0]])


@pytest.mark.equation("eq:sigmoid")
def test_values(agree, equation):
    z = np.linspace(-30, 30, 121)
    printed = equation("eq:sigmoid", r"\sigma(z)", {"z": "z"})(z=z)
    agree("sigmoid", sigmoid(z), printed, 1e-15, against="printed equation (3.5)")
    oracle = torch.sigmoid(torch.tensor(Z))
    agree("sigmoid", sigmoid(Z), oracle, 1e-15, against="torch.sigmoid")


def test_derivative(agree):
    """The page derives it: sigma(z) times 1 - sigma(z)."""
    z = np.linspace(-30, 30, 121)
    leaf = torch.tensor(z, requires_grad=True)
    torch.sigmoid(leaf).sum().backward()
    ours = sigmoid(z) * (1 - sigmoid(z))
    agree("sigmoid", ours, leaf.grad, 1e-15, against="torch.autograd")
    unit, ours = "sigmoid-derivative", sigmoid_derivative(z)
    agree(unit, ours, leaf.grad, 1e-15, against="torch.autograd")
    assert ours.max() == sigmoid_derivative(0.0) == 1 / 4
    assert (ours > 0).all()


@pytest.mark.equation("eq:sigmoid-slope")
def test_slope_as_printed(agree, equation):
    unit, z = "sigmoid-derivative", np.linspace(-30, 30, 121)
    against, label = "printed equation (13.3)", "eq:sigmoid-slope"
    y = equation(label, "y", {"z": "z"})(z=z)
    agree(unit, sigmoid(z), y, 1e-15, against=against)
    printed = equation(label, r"\sigma'(z)", {"y": "y"})(y=y)
    agree(unit, sigmoid_derivative(z), printed, 1e-15, against=against)


def test_the_slope_is_taken_at_z_and_not_at_y():
    """Mistake 3: at y it never vanishes, so that nothing looks saturated."""
    z = np.array([-30.0, 0.0, 30.0])
    wrong = sigmoid_derivative(sigmoid(z))
    assert ((wrong > 0.196) & (wrong <= 0.25)).all()
    assert (sigmoid_derivative(z) < 1e-12).tolist() == [True, False, True]


def test_the_slope_is_lost_where_y_rounds_to_one():
    """In single precision at 20; the product with sigmoid(-z) keeps it."""
    assert sigmoid_derivative(np.float32(20)) == 0
    z = np.array([-20, 20], np.float32)
    exact = 1 / (2 + 2 * np.cosh(20.0))
    np.testing.assert_allclose(sigmoid(z) * sigmoid(-z), exact, rtol=1e-6)


def test_small_values_keep_their_digits():
    tail = sigmoid(np.array([-50.0, -300.0, -700.0]))
    np.testing.assert_allclose(tail, np.exp([-50.0, -300.0, -700.0]), rtol=1e-15)


def test_limits_without_overflow():
    with np.errstate(all="raise"):
        assert sigmoid(np.array([-700.0, 0.0, 700.0])).tolist()[1:] == [0.5, 1.0]
    assert sigmoid(np.array([-np.inf, np.inf])).tolist() == [0, 1]
    assert np.isnan(sigmoid(np.nan))


def test_symmetry(agree):
    agree("sigmoid", sigmoid(-Z), 1 - sigmoid(Z), 1e-15, against="closed form")


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_dtype_follows_the_input(dtype):
    assert sigmoid(np.zeros(3, dtype)).dtype == dtype


def test_the_layer_is_torchs(agree):
    x, dy = np.random.default_rng(0).normal(size=(2, 4, 3))
    x[0] = 0, 40, -40
    layer, leaf = Sigmoid(), torch.tensor(x, requires_grad=True)
    y = torch.nn.Sigmoid()(leaf)
    y.backward(torch.tensor(dy))
    agree("sigmoid", layer.forward(x), y, 1e-15, against="torch.nn.Sigmoid")
    agree("sigmoid", layer.backward(dy), leaf.grad, 1e-14, against="torch.nn.Sigmoid")
