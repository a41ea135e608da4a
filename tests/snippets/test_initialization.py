"""What networks/initialization derives, where means can be taken over all signs.

Weights that are +s or -s with equal chance have mean 0 and variance s², and a small
layer has few enough of them to try all: its means are exact.
"""

from itertools import product

import numpy as np
import pytest

from chainrule.scratch.models import MLP
from chainrule.scratch.models.deep import identity, mlp_backward, mlp_forward
from chainrule.scratch.nn import (
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    tanh,
    tanh_derivative,
)

UNIT, HE = "vanishing-gradient", "msra-initialization"
IN, OUT, VARIANCE = r"n_{\mathrm{in}}", r"n_{\mathrm{out}}", r"\operatorname{Var}(w)"
SLOPE = r"\mathbb E[f'(u^{(l)})^2]"


def all_signs(n, s):
    """(2**n, n): every row of weights of the size s."""
    return s * np.array([*product((-1.0, 1.0), repeat=n)])


def samples(*shape):
    return np.random.default_rng(0).normal(size=shape)


@pytest.mark.equation("eq:chain-delta")
def test_a_row_of_units(agree, equation):
    symbols = {"w": "w", "f'(u^{(l)})": "slope", r"\delta^{(l+1)}": "after"}
    printed = equation("eq:chain-delta", r"\delta^{(l)}", symbols)
    w, depth = -1.7, 6
    pairs = [(np.array([[w]]), np.array([0.3]))] * depth
    for f, df in ((sigmoid, sigmoid_derivative), (tanh, tanh_derivative)):
        chain = MLP.of(pairs, f, f)
        chain.forward(samples(4, 1))
        chain.backward(np.ones((4, 1)))
        for layer in range(1, depth):
            slope, after = df(chain.u[layer]), chain.delta[layer + 1]
            oracle = printed(w=w, slope=slope, after=after)
            agree(
                UNIT,
                chain.delta[layer],
                oracle,
                1e-14,
                against="printed equation (16.1)",
            )


def test_factors_of_a_sigmoid_may_exceed_one():
    """Note D: with w = 8 each multiplies by 2."""
    pairs = [(np.array([[8.0]]), np.array([-4.0]))] * 10
    chain = MLP.of(pairs, sigmoid, sigmoid)
    chain.forward(np.array([[0.5]]))
    chain.backward(np.ones((1, 1)))
    assert chain.delta[1] / chain.delta[10] == 2**9


def test_tanh_vanishes_or_explodes_with_its_weights():
    """Note C: with gain 1 it vanishes slowly, with gain 3 it does not."""
    ratio = {}
    for gain in (0.5, 1, 3):
        weights = np.random.default_rng(0).normal(0, gain / 8, (10, 64, 64))
        network = MLP.of([(W, np.zeros(64)) for W in weights], tanh, tanh)
        network.forward(samples(20, 64))
        network.backward(samples(20, 64))
        ratio[gain] = np.linalg.norm(network.delta[1]) / np.linalg.norm(
            network.delta[10]
        )
    assert ratio[0.5] < 0.01 < ratio[1] < 1 < 5 < ratio[3]


@pytest.mark.equation("eq:forward-scale")
def test_the_mean_square_forwards(agree, equation):
    symbols = {IN: "n", VARIANCE: "v", r"\mathbb E[y^2]": "square"}
    printed = equation("eq:forward-scale", r"\mathbb E[u^2]", symbols)
    for n, s in ((1, 0.3), (5, 2.0), (8, 0.01)):
        y = samples(3, n) + 1  # of any mean
        W = all_signs(n, s)
        u, _ = mlp_forward(y, {1: W}, {1: np.zeros(len(W))}, {1: identity})
        oracle = printed(n=n, v=s**2, square=np.mean(y**2))
        agree(
            UNIT, np.mean(u[1] ** 2), oracle, 1e-14, against="printed equation (16.2)"
        )


@pytest.mark.equation("eq:backward-scale", "eq:layer-factor")
def test_the_mean_square_backwards(agree, equation):
    """Exactly, if the delta of the next layer does not know of the weights."""
    left = r"\mathbb E[(\delta^{(l)})^2]"
    after = r"\mathbb E[(\delta^{(l+1)})^2]"
    symbols = {OUT: "n", VARIANCE: "v", SLOPE: "slope", after: "after"}
    printed = equation("eq:backward-scale", left, symbols)
    symbols = {OUT: "n", VARIANCE: "v", r"\mathbb E[f'(u)^2]": "slope"}
    factor = equation("eq:layer-factor", r"\rho", symbols)
    for n, s in ((1, 0.3), (5, 2.0)):
        W = all_signs(n, s).T  # each column is one way for a unit's weights to be
        u = np.repeat(samples(7, 1), W.shape[1], axis=1)
        dy = np.repeat(samples(1, n), 7, axis=0)
        for df in (sigmoid_derivative, tanh_derivative, relu_derivative):
            delta = mlp_backward(
                dy, {1: W, 2: W}, {1: u, 2: dy}, {1: df, 2: np.ones_like}
            )
            ours, slope = np.mean(delta[1] ** 2), np.mean(df(u) ** 2)
            known = {"n": n, "v": s**2, "slope": slope}
            oracle = printed(**known, after=np.mean(dy**2))
            agree(UNIT, ours, oracle, 1e-14, against="printed equation (16.3)")
            ours = np.sqrt(ours / np.mean(dy**2))
            agree(UNIT, ours, factor(**known), 1e-14, against="printed equation (16.4)")


@pytest.mark.equation("eq:sigmoid-factor", by="the largest slope, on a grid and at 0")
def test_a_sigmoid_keeps_a_quarter_of_the_gain():
    u = np.linspace(-8, 8, 1001)
    assert sigmoid_derivative(u).max() == sigmoid_derivative(np.zeros(1))[0] == 1 / 4
    assert (sigmoid_derivative(u[u != 0]) < 1 / 4).all()


@pytest.mark.equation("eq:relu-half")
def test_relu_keeps_half(agree, equation):
    printed = equation("eq:relu-half", r"\mathbb E[f(u)^2]", {r"\mathbb E[u^2]": "q"})
    u = samples(50) + 1
    u = np.concatenate([u, -u])
    ours = np.mean(relu(u) ** 2)
    agree(HE, ours, printed(q=np.mean(u**2)), 1e-14, against="printed equation (16.9)")
    assert np.mean(relu_derivative(u) ** 2) == 1 / 2


@pytest.mark.equation("eq:relu-depth")
def test_many_layers_of_relu(agree, equation):
    """Layer by layer: n Var(w) from the sum, 1/2 from ReLU, the root at the end."""
    symbols = {"n": "n", VARIANCE: "v", "l": "layers"}
    left = r"\frac{\operatorname{rms} y^{(l)}}{\operatorname{rms} y^{(0)}}"
    printed = equation("eq:relu-depth", left, symbols)
    for n, v in ((200, 1e-4), (64, 4 / 64), (7, 2 / 7)):
        square = 3.0
        for _ in range(30):
            square = n * v * square / 2
        ours, oracle = np.sqrt(square / 3), printed(n=n, v=v, layers=30)
        agree(HE, ours, oracle, 1e-13, against="printed equation (16.11)")


@pytest.mark.equation("eq:residual-scale")
def test_residual_branches(agree, equation):
    """One branch over all signs of its weights, with y symmetric about 0."""
    symbols = {"s": "s", "N": "N", r"\mathbb E[y_0^2]": "first"}
    printed = equation("eq:residual-scale", r"\mathbb E[y_N^2]", symbols)
    n, s = 6, 0.7
    y = samples(9, n)
    y = np.concatenate([y, -y])
    branch = relu(y) @ all_signs(n, np.sqrt(2 / n)).T  # (samples, weights)
    summed = y[:, :, None] + s * branch[:, None, :]
    oracle = printed(s=s, N=1, first=np.mean(y**2))
    agree(HE, np.mean(summed**2), oracle, 1e-14, against="printed equation (16.15)")
    oracle = printed(s=s, N=1, first=printed(s=s, N=3, first=2.0))
    agree(
        HE,
        printed(s=s, N=4, first=2.0),
        oracle,
        1e-14,
        against="printed equation (16.15)",
    )
    assert printed(s=24**-0.5, N=24, first=1.0) < np.e
