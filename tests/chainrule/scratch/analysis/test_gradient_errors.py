import numpy as np
import pytest
from helpers.layers import LAYERS, inputs, made

from chainrule.scratch import nn
from chainrule.scratch.analysis import gradient_errors


class Faulty(nn.Linear):
    """A linear layer with one fault."""

    fault = ""

    def backward(self, dy):
        dx = super().backward(dy)
        if self.fault == "sign":
            return -dx
        if self.fault == "transpose":
            return dy @ self.weight.T
        if self.fault == "mean":
            self.grad_weight /= len(dy)
        if self.fault == "bias":
            self.grad_bias[...] = 0
        return dx


@pytest.mark.parametrize("cls", LAYERS)
def test_our_layers_have_none(cls):
    layer = made(cls, 3)[0]
    errors = gradient_errors(layer, inputs((5, 3)))
    assert len(errors) == 1 + len(layer.params)
    assert max(errors) < 1e-8


@pytest.mark.parametrize(
    ("fault", "place"), [("sign", 0), ("transpose", 0), ("mean", 1), ("bias", 2)]
)
def test_a_fault_is_found_where_it_is(fault, place):
    layer = Faulty(3, 3, rng=0)
    layer.fault = fault
    errors = np.array(gradient_errors(layer, inputs((5, 3))))
    assert errors[place] > 0.1
    assert np.delete(errors, place).max() < 1e-8


def test_it_leaves_all_as_it_was():
    layer, x = nn.Linear(3, 2, rng=0), inputs((5, 3))
    before = [a.copy() for a in (x, *layer.params)]
    gradient_errors(layer, x)
    assert all(map(np.array_equal, before, (x, *layer.params)))

    def refuse(x):
        if not np.array_equal(layer.weight, before[1]):
            raise ArithmeticError
        return type(layer).forward(layer, x)

    layer.forward = refuse
    with pytest.raises(ArithmeticError):
        gradient_errors(layer, x)
    assert all(map(np.array_equal, before, (x, *layer.params)))


def test_where_nothing_depends_on_anything():
    assert gradient_errors(nn.ReLU(), -np.ones((2, 3))) == [0]


def test_a_gradient_of_another_shape_is_refused():
    class Sums(nn.ReLU):
        def backward(self, dy):
            return super().backward(dy).sum(axis=0)

    with pytest.raises(ValueError, match=r"a gradient \(3,\), of an array \(5, 3\)"):
        gradient_errors(Sums(), inputs((5, 3)))


def test_draws_from_a_generator():
    layer, x = nn.Linear(3, 2, rng=0), inputs((5, 3))
    rng = np.random.default_rng(4)
    assert gradient_errors(layer, x, rng) == gradient_errors(layer, x, 4)
