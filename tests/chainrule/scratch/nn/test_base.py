"""The bases say nothing themselves; tests/contracts asks their subclasses."""

import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Layer, Loss, Sigmoid

X = np.ones((2, 3))


def test_a_base_is_no_layer_and_no_loss():
    for call in (
        lambda: Layer().forward(X),
        lambda: Layer().backward(X),
        lambda: Loss().forward(X, X),
        lambda: Loss.gradient(X, X),
    ):
        with pytest.raises(NotImplementedError):
            call()


def test_without_parameters_there_are_none():
    layer = Sigmoid()
    assert layer.parameters() == layer.params == layer.grads == []


def test_a_loss_is_made_of_two_functions():
    class Total(Loss):
        value = staticmethod(lambda y, t: (y * t).sum())
        gradient = staticmethod(lambda y, t: t)

    loss = Total()
    assert loss.forward(X, 2 * X) == 12
    assert np.array_equal(loss.backward(), 2 * X)


def test_a_loss_goes_back_as_torch_does(agree):
    class Cubes(Loss):
        value = staticmethod(lambda y, t: (np.abs(y - t) ** 3).sum(axis=1).mean())
        gradient = staticmethod(lambda y, t: 3 * (y - t) * np.abs(y - t) / len(y))

    y, t = np.random.default_rng(0).normal(size=(2, 5, 3))
    leaf = torch.tensor(y, requires_grad=True)
    theirs = (leaf - torch.tensor(t)).abs().pow(3).sum(dim=1).mean()
    (slope,) = torch.autograd.grad(theirs, leaf)
    ours, unit, against = Cubes(), "mnist-softmax-case", "torch.autograd.grad"
    agree(unit, ours.forward(y, t), theirs, 1e-14, against=against)
    agree(unit, ours.backward(), slope, 1e-14, against=against)


def test_what_failed_is_not_kept():
    class Wrong(Loss):
        @staticmethod
        def value(y, t):
            raise ValueError("no")

    loss = Wrong()
    with pytest.raises(ValueError, match="no"):
        loss.forward(X, X)
    with pytest.raises(RuntimeError, match="Wrong: backward before forward"):
        loss.backward()
