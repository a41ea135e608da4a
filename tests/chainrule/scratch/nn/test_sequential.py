import numpy as np
import pytest
import torch

from chainrule.scratch.nn import Linear, ReLU, Sequential, Sigmoid

UNIT = "mnist-solver"


def chain(rng):
    return Sequential(Linear(3, 4, rng), Sigmoid(), Linear(4, 5, rng), ReLU())


def test_is_torchs(agree):
    rng = np.random.default_rng(0)
    ours = Sequential(chain(rng), Linear(5, 2, rng))
    parts = torch.nn.Linear(3, 4), torch.nn.Sigmoid(), torch.nn.Linear(4, 5)
    inner = torch.nn.Sequential(*parts, torch.nn.ReLU())
    theirs = torch.nn.Sequential(inner, torch.nn.Linear(5, 2)).double()
    with torch.no_grad():
        for mine, p in zip(ours.params, theirs.parameters(), strict=True):
            p.copy_(torch.tensor(mine))
    x, dy = rng.normal(size=(6, 3)), rng.normal(size=(6, 2))
    leaf = torch.tensor(x, requires_grad=True)
    y = theirs(leaf)
    y.backward(torch.tensor(dy))
    against = "torch.nn.Sequential"
    agree(UNIT, ours.forward(x), y, 1e-14, against=against)
    agree(UNIT, ours.backward(dy), leaf.grad, 1e-13, against=against)
    for mine, p in zip(ours.grads, theirs.parameters(), strict=True):
        agree(UNIT, mine, p.grad, 1e-13, against=against)


def test_one_in_another_changes_nothing():
    flat, x = chain(np.random.default_rng(0)), np.ones((2, 3))
    nested = Sequential(Sequential(*flat.layers[:2]), Sequential(*flat.layers[2:]))
    assert np.array_equal(nested.forward(x), flat.forward(x))
    pairs = zip(nested.parameters(), flat.parameters(), strict=True)
    assert all(
        a is b for ours, theirs in pairs for a, b in zip(ours, theirs, strict=True)
    )


def test_no_layers_are_the_identity():
    x = np.ones((2, 3))
    assert Sequential().forward(x) is x
    assert Sequential().backward(x) is x


def test_a_layer_has_one_place():
    layer = Linear(3, 3, 0)
    with pytest.raises(ValueError, match="each place needs a layer of its own"):
        Sequential(layer, Sigmoid(), layer)


def test_the_first_layer_without_a_forward_is_named():
    model = chain(np.random.default_rng(0))
    with pytest.raises(RuntimeError, match="ReLU: backward before forward"):
        model.backward(np.ones((2, 5)))
