import gc
import sys

import numpy as np
import pytest
import torch
from helpers.graphs import graph, total

from chainrule.scratch.autograd import Tensor, gradients, topological

UNIT = "chain-rule"


def test_a_node_goes_back_after_all_that_was_made_of_it():
    """Mistake 1: b is used by c and by d, and d by c, too."""
    a = Tensor(2.0, True)
    b = a * 3
    d = b * 5
    c = b * d
    c.backward()  # c = 5 (3 a)² = 45 a²
    assert a.grad == 90 * 2
    assert b.grad == 10 * 6


@pytest.mark.parametrize("n", [1, 2, 30, 200])
def test_a_chain_of_diamonds(n):
    """2**n paths, and each node once."""
    x = Tensor(1.0, True)
    y = x
    for _ in range(n):
        y = y * 0.5 + y * 0.5
    assert len(topological(y)) == 3 * n + 1
    y.backward()
    assert x.grad == 1


def test_topological_has_parents_first_and_each_once():
    rng = np.random.default_rng(0)
    pairs = graph(lambda n: int(rng.integers(n)), 60)
    y, _ = total(pairs)
    order = topological(y)
    place = {x: n for n, x in enumerate(order)}
    assert len(place) == len(order)
    assert order[-1] is y
    for x in order:
        assert all(place[p] < place[x] for p in x.parents if p.requires_grad)


def test_deeper_than_python_recurses():
    """There and back, and also when the graph is thrown away instead."""
    n = 10_000
    assert n > sys.getrecursionlimit()
    x = Tensor([1.0, 2.0], True)
    y = x
    for _ in range(n):
        y = y + x
    y.sum().backward()
    assert x.grad.tolist() == [n + 1] * 2
    y = x
    for _ in range(n):
        y = y + x
    assert len(topological(y)) == n + 1
    del y
    gc.collect()


def test_gradients_of_all_that_is_on_the_way(agree):
    """Of leaves and of what lies between, from any dL/dy; nothing is written."""
    data = np.random.default_rng(0).normal(size=(3, 2))
    x = Tensor(data, True)
    h = x.tanh()
    y = h * x + h.sum(axis=0)
    dy = np.random.default_rng(1).normal(size=(3, 2))
    found = gradients(topological(y), dy)
    leaf = torch.tensor(data, requires_grad=True)
    hidden = leaf.tanh()
    out = hidden * leaf + hidden.sum(0)
    oracle = torch.autograd.grad(out, [leaf, hidden], torch.tensor(dy))
    agree(UNIT, found[x], oracle[0], 1e-13, against="torch.autograd.grad")
    agree(UNIT, found[h], oracle[1], 1e-13, against="torch.autograd.grad")
    assert found[y] is dy
    assert x.grad is h.grad is None
