import numpy as np
import pytest
import torch

from chainrule.scratch import nn
from chainrule.scratch.models.deep import MLP, BackwardNetwork, identity

UNIT = "backward-as-reversed-network"


def after_a_pass(activation=nn.sigmoid, output=identity):
    rng = np.random.default_rng(0)
    model = MLP(3, [7, 5], 4, activation, output, rng=rng)
    x, dy = rng.normal(size=(6, 3)), rng.normal(size=(6, 4))
    model.forward(x)
    return model, x, dy


@pytest.mark.parametrize("output", [identity, nn.sigmoid])
@pytest.mark.parametrize("name", ["relu", "sigmoid", "tanh"])
def test_its_output_is_autograds(agree, name, output):
    model, x, dy = after_a_pass(getattr(nn, name), output)
    ours = BackwardNetwork(model)
    dx = ours.forward(dy)
    y, us = torch.tensor(x, requires_grad=True), {}
    leaf = y
    for n, f in model.f.items():
        us[n] = y @ torch.tensor(model.W[n]).T + torch.tensor(model.b[n])
        us[n].retain_grad()
        y = us[n] if f is identity else getattr(torch, f.__name__)(us[n])
    y.backward(torch.tensor(dy))
    given = {"against": "torch.autograd", "atol": 1e-16}
    agree(UNIT, dx, leaf.grad, 1e-12, **given)
    for n, u in us.items():
        agree(UNIT, ours.delta[n], u.grad, 1e-12, **given)


def test_it_is_the_recursion_to_the_bit(agree):
    model, _, dy = after_a_pass()
    ours = BackwardNetwork(model)
    dx = ours.forward(dy)
    model.backward(dy)
    for n in (1, 2, 3):
        against = "scratch.models.deep.MLP.backward"
        agree(UNIT, ours.delta[n], model.delta[n], 0, against=against)
    assert np.array_equal(dx, model.delta[1] @ model.W[1])


def test_it_is_linear():
    model, _, a = after_a_pass()
    ours, b = BackwardNetwork(model), np.random.default_rng(1).normal(size=a.shape)
    both = ours.forward(2 * a - 3 * b)
    apart = 2 * ours.forward(a) - 3 * ours.forward(b)
    np.testing.assert_allclose(both, apart, rtol=1e-12, atol=1e-15)
    assert not ours.forward(0 * a).any()


def test_the_gains_of_a_sigmoid_are_at_most_a_quarter_and_those_of_relu_0_or_1():
    model, *_ = after_a_pass(nn.sigmoid)
    gain = BackwardNetwork(model).gain
    assert all((gain[n] > 0).all() and (gain[n] <= 1 / 4).all() for n in (1, 2))
    assert (gain[3] == 1).all()  # the output has no activation
    model, *_ = after_a_pass(nn.relu)
    assert {*np.unique(BackwardNetwork(model).gain[1])} <= {0, 1}


def test_gains_and_weights_stay_those_of_the_pass():
    model, x, dy = after_a_pass()
    ours = BackwardNetwork(model)
    dx = ours.forward(dy)
    model.W[2] += 1
    model.forward(x + 1)
    assert np.array_equal(ours.forward(dy), dx)


def test_without_a_pass_there_are_no_gains():
    with pytest.raises(RuntimeError, match="go forward first"):
        BackwardNetwork(MLP(3, [4]))


@pytest.mark.parametrize("shape", [(4,), (6, 1), (1, 4), (6, 3)])
def test_another_shape(shape):
    ours = BackwardNetwork(after_a_pass()[0])
    with pytest.raises(ValueError, match=r"dy must be \(6, 4\), got \("):
        ours.forward(np.ones(shape))
