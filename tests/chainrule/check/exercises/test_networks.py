"""That the right functions of the part are right: by torch, SciPy, closed forms."""

import numpy as np
import pytest
import torch
from helpers.checks import agrees, back, derivatives, of_part
from scipy import stats
from torch.nn import functional as F


def mlp_forward(x, weights, biases):
    y = torch.tensor(x)
    layers = [map(torch.tensor, each) for each in zip(weights, biases, strict=True)]
    for W, b in layers[:-1]:
        y = F.relu(F.linear(y, W, b))
    return F.linear(y, *layers[-1])


def back_through(function):
    return lambda dy, z: back(function, dy, z)[0]


def linear_backward(dy, x, weight):
    return back(F.linear, dy, x, weight, np.ones(len(weight)))


def mlp_gradients(x, t, W1, b1, W2, b2):
    x, t = torch.tensor(x), torch.tensor(t)

    def loss(W1, b1, W2, b2):
        y = torch.sigmoid(F.linear(torch.sigmoid(F.linear(x, W1, b1)), W2, b2))
        return F.mse_loss(y, t, reduction="sum") / 2 / len(x)

    return derivatives(loss, W1, b1, W2, b2)


def numerical_gradient(f, theta, h):
    """In closed form: the error of a cube is h², that of exp a factor sinh(h)/h."""
    if "**3" in f.text:
        return 3 * theta**2.0 + h**2
    a, b, c = theta
    return [2 * a * b, a**2, np.exp(c) * np.sinh(h) / h]


def xavier_bound(fan_in, fan_out, gain):
    deviation = gain * np.sqrt(2 / (fan_in + fan_out))
    return deviation / stats.uniform(-1, 2).std()


def kaiming_std(fan_in, negative_slope):
    gain = torch.nn.init.calculate_gain("leaky_relu", negative_slope)
    return gain / fan_in**0.5


ORACLES = {
    "kaiming_std": kaiming_std,
    "linear_backward": linear_backward,
    "mlp_forward": mlp_forward,
    "mlp_gradients": mlp_gradients,
    "numerical_gradient": numerical_gradient,
    "relu_backward": back_through(torch.relu),
    "sigmoid_backward": back_through(torch.sigmoid),
    "xavier_bound": xavier_bound,
}


@pytest.mark.parametrize("name", of_part("networks"))
def test_right(name):
    # rounding is all that a difference of nearly equal numbers leaves
    agrees(name, ORACLES[name], 1e-11 if name == "numerical_gradient" else 1e-12)
