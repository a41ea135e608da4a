"""A fault in a recurrent network does not go unseen: each is compared with torch."""

import importlib
import inspect

import pytest
import torch
from helpers.mutants import gap, surviving, unexplained
from helpers.recurrent import CASES, F64, LENGTHS, flat, packed

from chainrule import nn

NAMES = ["RNN", "LSTM", "GRU"]
# Asked elsewhere: test_base (start, refusals, shapes without N), test_imports.
HAND_ON = {"reset_parameters", "extra_repr", "checked", "__init__"}


def pairs(name, cls=None):
    """Ours and torch's: outputs, states, gradients, with and without ends."""
    for options in [*CASES, {"num_layers": 2, "dropout": 1.0}]:
        sizes = {"hidden_size": 5, **options}
        for ends in (False, True):
            torch.manual_seed(0)
            oracle = getattr(torch.nn, name)(2, **sizes, **F64)
            ours = (cls or getattr(nn, name))(2, **sizes, **F64)
            ours.load_state_dict(oracle.state_dict())
            first = options.get("batch_first", False)
            x = torch.randn((4, 5, 2) if first else (5, 4, 2), **F64)
            given = states(name, sizes)
            for hx in (None, given):
                leaf = x.clone().requires_grad_()
                lengths = LENGTHS if ends else None
                mine = flat(ours(leaf, hx, lengths=lengths))
                other = x.clone().requires_grad_()
                found = packed(oracle, other, hx, first) if ends else oracle(other, hx)
                theirs = flat(found)
                yield from zip(mine, theirs, strict=True)
                sum(y.pow(2).sum() for y in mine).backward()
                sum(y.pow(2).sum() for y in theirs).backward()
                yield leaf.grad, other.grad
    layer, oracle = (
        module(2, 3, **F64)
        for module in (cls or getattr(nn, name), getattr(torch.nn, name))
    )
    layer.load_state_dict(oracle.state_dict())
    x = torch.randn(5, 2, **F64)
    y, z = layer(x), oracle(x)
    yield from zip(flat(y), flat(z), strict=True)
    yield from zip(flat(layer(x, y[1])), flat(oracle(x, z[1])), strict=True)


def states(name, sizes):
    rows = sizes.get("num_layers", 1) * (1 + sizes.get("bidirectional", False))
    made = torch.randn(2, rows, 4, sizes["hidden_size"], **F64)
    return tuple(made) if name == "LSTM" else made[0]


# Not seen because they change nothing: of two axes 1 is the last.
LAST_OF_TWO = {
    "LSTM": {"-1 -> 1": "chunk"},
    "GRU": {"-1 -> 1": ["chunk", "chunk"]},
}


@pytest.mark.parametrize("name", NAMES)
def test_no_mutant_of_a_step_survives(name):
    assert gap(lambda: pairs(name)) < 1e-12
    source = inspect.getsource(importlib.import_module(getattr(nn, name).__module__))
    tried, left = surviving(source, name, lambda new: pairs(name, new), HAND_ON)
    assert tried > 0
    assert unexplained(left, LAST_OF_TWO.get(name, {})) == []


def test_no_mutant_of_the_reader_survives(monkeypatch):
    module = importlib.import_module("chainrule.nn.recurrent.base")
    real = module.Recurrent

    def found(new):
        for method in set(vars(new)) & set(vars(real)) - HAND_ON:
            if inspect.isfunction(vars(new)[method]):
                monkeypatch.setattr(real, method, vars(new)[method])
        for name in NAMES:
            yield from pairs(name)

    tried, left = surviving(inspect.getsource(module), "Recurrent", found, HAND_ON)
    assert tried > 40
    assert unexplained(left, {}) == []
