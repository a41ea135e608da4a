"""A fault in a layer, in an operation or in the recursion of delta does not go unseen.

The mechanical faults of `helpers.mutants` at every place, and by hand those that
people make: each is compared with torch on the same numbers.
"""

import importlib
import inspect
import sys

import numpy as np
import pytest
import torch
from helpers.layers import LAYERS, LOSSES, NORMS, inputs, made, task, torch_loss
from helpers.mutants import mutants, unexplained

from chainrule.scratch import nn
from chainrule.scratch.autograd import Tensor, copies, graph, operations
from chainrule.scratch.models.deep import MLP, backward_network, mlp

SEEN = 1e-9
WRONG = (ArithmeticError, LookupError, TypeError, ValueError, RuntimeError)
WRONG = (*WRONG, AttributeError, StopIteration, RecursionError)
# Not seen because they change nothing: where -> what is changed -> why.
EQUIVALENT = {
    "Linear": {"-1 -> 1": "but for networks side by side, which test_linear.py asks"},
    "PReLU": {"1 -> 2": "NumPy takes -2 for -1 in reshape"},
    "mean_over": {"1 -> 2": "of nothing, and then nothing is divided by it"},
}
PLAIN = {"Sequential", "reshape", "sum_over"}  # nothing there but names
# Which have tests of their own.
METHODS = {"__init__", "_hold", "of", "parameters", "train", "buffers"}
WITH_FORWARD = [c for c in LAYERS if "forward" in vars(c)]
ASKED = [c for c in WITH_FORWARD if c not in NORMS]  # those: test_mutants_of_norms.py


def source(thing):
    return inspect.getsource(sys.modules[thing.__module__])


def gap(found):
    """Largest difference of the pairs, infinite for an error, a NaN, another shape."""
    try:
        worst = 0.0
        for ours, oracle in found():
            ours, oracle = np.asarray(ours), np.asarray(oracle)
            if ours.shape != oracle.shape or ours.dtype != oracle.dtype:
                return float("inf")
            error = np.abs(ours - oracle).max(initial=0)
            worst = max(worst, error if error == error else float("inf"))
    except WRONG:
        return float("inf")
    return worst


def survivors(source, name, found, skip=METHODS):
    """Mutants that found(mutant) does not tell from torch."""
    tried, left = 0, []
    with np.errstate(all="ignore"):
        for mutant, thing in mutants(source, name, skip):
            if mutant.kind == "clock off by one":
                continue  # t is a target here
            tried += 1
            if gap(lambda thing=thing: found(thing)) <= SEEN:
                left.append(mutant)
    assert (tried == 0) == (name in PLAIN)
    return left


# --- layers ---------------------------------------------------------------------------


def layer_gaps(cls, make):
    """Two passes, so that what is left of the first shows; the second with corners."""
    ours, theirs = made(cls, 3, make=make)
    for seed in (1, 5):
        x = 2 * inputs((5, 3), seed=seed)
        x[0] = (0, 1, -1) if seed == 5 else x[0]
        leaf = torch.tensor(x, requires_grad=True)
        theirs.zero_grad()
        y = theirs(leaf)
        dy = inputs(y.shape, seed=seed + 1)
        y.backward(torch.tensor(dy))
        yield ours.forward(x), y.detach()
        yield ours.backward(dy), leaf.grad
        for gradient, p in zip(ours.grads, theirs.parameters(), strict=True):
            yield gradient, p.grad


@pytest.mark.parametrize("cls", ASKED)
def test_no_mutant_of_a_layer_survives(cls):
    assert gap(lambda: layer_gaps(cls, cls)) < 1e-12
    left = survivors(source(cls), cls.__name__, lambda make: layer_gaps(cls, make))
    assert unexplained(left, EQUIVALENT.get(cls.__name__, {})) == []


def loss_gaps(cls, make):
    for scale in (1, 400):
        y, t, _, target = task(cls, (5, 3))
        y *= scale
        leaf = torch.tensor(y, requires_grad=True)
        loss, ours = torch_loss(cls)(leaf, target), make()
        loss.backward()
        yield ours.forward(y, t), loss.detach()
        yield ours.backward(), leaf.grad


@pytest.mark.parametrize("cls", [cls for cls in LOSSES if "forward" in vars(cls)])
def test_no_mutant_of_a_loss_survives(cls):
    assert gap(lambda: loss_gaps(cls, cls)) < 1e-12
    left = survivors(source(cls), cls.__name__, lambda make: loss_gaps(cls, make))
    assert unexplained(left, EQUIVALENT.get(cls.__name__, {})) == []


DERIVATIVES = {
    nn.sigmoid_derivative: torch.sigmoid,
    nn.tanh_derivative: torch.tanh,
    nn.relu_derivative: torch.relu,
    nn.leaky_relu_derivative: torch.nn.functional.leaky_relu,
    nn.half_squared_error_gradient: None,
}


def derivative_gaps(f, function):
    z = np.array([-2.0, -0.3, 0.0, 0.4, 3.0])
    leaf = torch.tensor(z, requires_grad=True)
    if function is None:
        t = np.arange(5.0)
        loss = ((leaf - torch.tensor(t)) ** 2).sum() / 2 / 5
        loss.backward()
        yield f(z, t), leaf.grad
    else:
        function(leaf).sum().backward()
        yield f(z), leaf.grad


@pytest.mark.parametrize("f", DERIVATIVES, ids=lambda f: f.__name__)
def test_no_mutant_of_a_derivative_survives(f):
    assert gap(lambda: derivative_gaps(f, DERIVATIVES[f])) < 1e-12
    left = survivors(
        source(f), f.__name__, lambda new: derivative_gaps(new, DERIVATIVES[f])
    )
    assert unexplained(left, EQUIVALENT.get(f.__name__, {})) == []


# --- autograd -------------------------------------------------------------------------

A = np.random.default_rng(0).normal(size=(3, 3))
A[0] = 0, 2, 2
P = np.random.default_rng(1).uniform(0.5, 2, size=(3, 3))
P[1] = 1.5
AT = [0, 0, 2]
OPERATIONS = {
    "neg": [(lambda f, a, p: f(a), lambda a, p: -a)],
    "add": [(lambda f, a, p: f(a, p[0]), lambda a, p: a + p[0])],
    "sub": [(lambda f, a, p: f(a, p[0]), lambda a, p: a - p[0])],
    "mul": [(lambda f, a, p: f(a, p), lambda a, p: a * p)],
    "div": [(lambda f, a, p: f(a, p), lambda a, p: a / p)],
    "power": [
        (lambda f, a, p: f(a, 3), lambda a, p: a**3),
        (lambda f, a, p: f(p, 0.5), lambda a, p: p**0.5),
        (lambda f, a, p: f(a, 0), lambda a, p: a**0),
        (lambda f, a, p: f(a, 1), lambda a, p: a**1),
    ],
    "matmul": [(lambda f, a, p: f(a, p), lambda a, p: a @ p)],
    "exp": [(lambda f, a, p: f(a), lambda a, p: a.exp())],
    "log": [(lambda f, a, p: f(p), lambda a, p: p.log())],
    "tanh": [(lambda f, a, p: f(a), lambda a, p: a.tanh())],
    "relu": [(lambda f, a, p: f(a), lambda a, p: a.relu())],
    "sum_over": [
        (lambda f, a, p: f(a, 0), lambda a, p: a.sum(0)),
        (lambda f, a, p: f(a), lambda a, p: a.sum()),
    ],
    "mean_over": [
        (lambda f, a, p: f(a, 1, True), lambda a, p: a.mean(1, True)),
        (lambda f, a, p: f(a), lambda a, p: a.mean()),
    ],
    "max_over": [
        (lambda f, a, p: f(a, 1), lambda a, p: a.amax(1)),
        (lambda f, a, p: f(a, 0, True), lambda a, p: a.amax(0, True)),
    ],
    "reshape": [(lambda f, a, p: f(a, 9), lambda a, p: a.reshape(9))],
    "transpose": [
        (lambda f, a, p: f(a), lambda a, p: a.T),
        (
            lambda f, a, p: f(a.reshape(3, 3, 1), 2, 0, 1),
            lambda a, p: a.reshape(3, 3, 1).permute(2, 0, 1),
        ),
    ],
    "index": [(lambda f, a, p: f(a, AT), lambda a, p: a[AT])],
}


def operation_gaps(name, f):
    for ours, theirs in OPERATIONS[name]:
        a, p = Tensor(A, True), Tensor(P, True)
        b, q = (torch.tensor(array, requires_grad=True) for array in (A, P))
        y, oracle = ours(f, a, p), theirs(b, q)
        dy = np.random.default_rng(2).normal(size=oracle.shape)
        if dy.size > 1:
            dy.flat[-1] = 0
        yield y.data, oracle.detach()
        y.backward(dy)
        oracle.backward(torch.tensor(dy))
        for mine, other in ((a, b), (p, q)):
            if other.grad is not None:
                yield mine.grad, other.grad


@pytest.mark.parametrize("name", OPERATIONS)
def test_no_mutant_of_an_operation_survives(name):
    f = getattr(operations, name)
    assert gap(lambda: operation_gaps(name, f)) < 1e-12
    text = inspect.getsource(operations)
    left = survivors(text, name, lambda new: operation_gaps(name, new))
    assert unexplained(left, EQUIVALENT.get(name, {})) == []


def test_every_operation_is_asked():
    tree = vars(operations.Operations).values()
    named = {f.__name__ for f in tree if inspect.isfunction(f)} - {"<lambda>"}
    assert named == OPERATIONS.keys()


def network_gaps():
    """A value used three times, broadcast, and a second pass."""
    a, p = Tensor(A, True), Tensor(P, True)
    b, q = (torch.tensor(array, requires_grad=True) for array in (A, P))
    found = []
    for x, w, row in ((a, p, p[:1]), (b, q, q[:1])):
        h = x.tanh() * w
        y = (h * h + h * row - x @ h).sum()
        y.backward(retain_graph=True)
        y.backward()
        found += [y.item(), x.grad, w.grad]
    yield from zip(found[:3], found[3:], strict=True)


@pytest.mark.parametrize("name", ["topological", "gradients"])
def test_no_mutant_of_the_way_back_survives(name, monkeypatch):
    def found(new):
        monkeypatch.setattr(graph, name, new)
        return network_gaps()

    assert gap(network_gaps) < 1e-12
    left = survivors(inspect.getsource(graph), name, found)
    assert unexplained(left, EQUIVALENT.get(name, {})) == []


@pytest.mark.parametrize("name", ["spread", "gathered"])
def test_no_mutant_of_copying_survives(name, monkeypatch):
    def found(new):
        where = graph if name == "gathered" else operations
        with monkeypatch.context() as patch:
            patch.setattr(where, name, new)
            for case in ("sum_over", "mean_over", "max_over", "add", "sub"):
                yield from operation_gaps(case, getattr(operations, case))
            a = Tensor(A[:, None], True)
            (a * Tensor(P[:, :, None])).sum().backward()
            yield a.grad, np.broadcast_to(P.sum(axis=1)[:, None, None], (3, 1, 3))
            yield from network_gaps()

    left = survivors(inspect.getsource(copies), name, found)
    assert unexplained(left, EQUIVALENT.get(name, {})) == []


# --- the recursion of delta -----------------------------------------------------------


def mlp_gaps(**changed):
    """Layers of different widths; two batches; ReLU units on their bend."""
    for f in (nn.tanh, nn.relu, nn.sigmoid):
        model = MLP(3, [4, 5], 2, f, nn.sigmoid, rng=0)
        leaves = [torch.tensor(p, requires_grad=True) for p in model.params]
        W = dict(enumerate(leaves[::2], 1))
        b = dict(enumerate(leaves[1::2], 1))
        x, y = inputs((6, 3)), None
        leaf = y = torch.tensor(x, requires_grad=True)
        us = {}
        for layer in (1, 2, 3):
            us[layer] = y @ W[layer].T + b[layer]
            us[layer].retain_grad()
            name = "sigmoid" if layer == 3 else f.__name__
            y = getattr(torch, name)(us[layer])
        dy = inputs((6, 2), seed=2)
        y.backward(torch.tensor(dy))
        call = {name: getattr(mlp, name) for name in MLP_FUNCTIONS} | changed
        u, ys = call["mlp_forward"](x, model.W, model.b, model.f)
        delta = call["mlp_backward"](dy, model.W, u, model.df)
        dW, db = call["mlp_gradients"](delta, ys)
        yield ys[3], y.detach()
        for layer in (1, 2, 3):
            yield delta[layer], us[layer].grad
            yield dW[layer], W[layer].grad
            yield db[layer], b[layer].grad
        model.forward(x)
        back = changed.get("BackwardNetwork", backward_network.BackwardNetwork)(model)
        yield back.forward(dy), leaf.grad
        yield from ((back.delta[n], us[n].grad) for n in us)


MLP_FUNCTIONS = ["mlp_forward", "mlp_backward", "mlp_gradients"]


@pytest.mark.parametrize("name", [*MLP_FUNCTIONS, "BackwardNetwork"])
def test_no_mutant_of_the_recursion_survives(name):
    assert gap(mlp_gaps) < 1e-12
    where = mlp if name in MLP_FUNCTIONS else backward_network
    text = inspect.getsource(where)
    left = survivors(text, name, lambda new: mlp_gaps(**{name: new}), skip=())
    assert unexplained(left, EQUIVALENT.get(name, {})) == []


# --- by hand --------------------------------------------------------------------------

LAYER = "chainrule.scratch.nn."
ACTIVATION = LAYER + "activation."
BY_HAND = [
    # the slope forgotten, or taken of the wrong thing
    (nn.Sigmoid, "dy * y * (1 - y)", "dy"),
    (nn.Sigmoid, "dy * y * (1 - y)", "dy * sigmoid(y) * (1 - sigmoid(y))"),
    (nn.Tanh, "dy * (1 - y**2)", "dy * (1 - np.tanh(y) ** 2)"),
    (nn.Tanh, "dy * (1 - y**2)", "dy * (1 - y)"),
    # another convention at the bend
    (nn.ReLU, "np.where(y <= 0, 0, dy)", "np.where(y < 0, 0, dy)"),
    (nn.LeakyReLU, "np.where(x > 0, dy", "np.where(x >= 0, dy"),
    (nn.PReLU, "np.where(x > 0, dy", "np.where(x >= 0, dy"),
    # branches exchanged, the slope on the wrong side
    (nn.LeakyReLU, "dy, self.negative_slope * dy", "self.negative_slope * dy, dy"),
    (nn.PReLU, "dy * np.minimum(0, x)", "dy * np.maximum(0, x)"),
    (nn.PReLU, "dy * np.minimum(0, x)", "np.minimum(0, x)"),
    # no sum over the batch, a mean instead, one slope for all
    (nn.PReLU, ".sum(0)", ".mean(0)"),
    (nn.PReLU, ".sum(0)", "[0]"),
    (nn.PReLU, "by_slope.reshape(-1, self.weight.size).sum(0)", "by_slope.sum()"),
    (nn.Linear, "dy.sum(axis=-2)", "dy.mean(axis=-2)"),
    (nn.Linear, "dy.sum(axis=-2)", "dy[0]"),
    (nn.Linear, "dy.mT @ x", "dy.mT @ x / len(x)"),
    (nn.Linear, "dy.mT @ x", "dy[:1].mT @ x[:1]"),
    # gradients that pile up, or that are new arrays nobody else has
    (nn.Linear, "self.grad_weight[...] =", "self.grad_weight[...] +="),
    (nn.Linear, "return dy @ self.weight", "return dy @ np.abs(self.weight)"),
    # the maximum's gradient to all, or to the last
    (nn.Maxout, "dz = np.zeros(", "dz = np.ones("),
    (
        nn.Maxout,
        "np.put_along_axis(dz, winner, dy[..., None], axis=-1)",
        "dz += dy[..., None]",
    ),
    (nn.Maxout, "z.argmax(axis=-1)", "z.argmin(axis=-1)"),
    # forwards in both directions
    (nn.Sequential, "reversed(self.layers)", "self.layers"),
]


@pytest.mark.parametrize(("cls", "right", "wrong"), BY_HAND)
def test_a_mistake_that_people_make_is_seen(cls, right, wrong):
    text = source(cls)
    assert text.count(right) == 1, f"{right} is there {text.count(right)} times"
    namespace = {"__name__": "mistaken"}
    exec(text.replace(right, wrong), namespace)
    with np.errstate(all="ignore"):
        assert gap(lambda: layer_gaps(cls, namespace[cls.__name__])) > SEEN


IN_FUNCTIONS = [
    # sigma' at y instead of u, at the layer above, in front of the weights, left out
    (mlp, "mlp_backward", "df[layer](u[layer])", "df[layer](np.tanh(u[layer]))"),
    (mlp, "mlp_backward", "back * df[layer](u[layer])", "back"),
    (mlp, "mlp_backward", "dy * df[last](u[last])", "dy"),
    (mlp, "mlp_backward", "df[layer](u[layer])", "df[layer](u[layer + 1])"),
    (mlp, "mlp_backward", "@ W[layer + 1]", "@ W[layer + 1].T"),
    (mlp, "mlp_backward", "@ W[layer + 1]", "@ W[layer]"),
    # one sample instead of all, the wrong layer's output, f of the input
    (mlp, "mlp_gradients", "delta[layer].sum(axis=0)", "delta[layer][0]"),
    (mlp, "mlp_gradients", "delta[layer].sum(axis=0)", "delta[layer].mean(axis=0)"),
    (mlp, "mlp_gradients", ".T @ y[layer - 1]", ".T @ y[layer]"),
    (mlp, "mlp_gradients", ".T @ y[layer - 1]", ".T @ np.tanh(y[layer - 1])"),
]


@pytest.mark.parametrize(("module", "name", "right", "wrong"), IN_FUNCTIONS)
def test_so_is_one_in_the_recursion(module, name, right, wrong):
    text = inspect.getsource(module)
    assert text.count(right) == 1
    namespace = {"__name__": "mistaken"}
    exec(text.replace(right, wrong), namespace)
    assert gap(lambda: mlp_gaps(**{name: namespace[name]})) > SEEN


IN_AUTOGRAD = [
    # a sum over copies that is none, the maximum's gradient to all or to each in full
    ("copies", "gathered", "dy = dy.sum(axis=ones, keepdims=True)", "dy = dy[:1]"),
    ("operations", "max_over", "share * spread", "won * spread"),
    ("operations", "max_over", "share * spread", "spread"),
    ("operations", "max_over", "share = won", "share = np.ones_like(won)"),
    ("operations", "relu", "y <= 0", "y < 0"),
    ("operations", "index", "np.add.at(dx, at, dy)", "dx[at] = dy"),
    ("operations", "matmul", "dy @ b.mT", "dy @ b"),
    ("operations", "matmul", "a.mT @ dy", "dy @ a.mT"),
    ("operations", "transpose", "np.argsort(order)", "order"),
    ("operations", "div", "-dy * (a / b) / b", "dy * (a / b) / b"),
    # each use replaces the last, or a parent goes before all its users
    ("graph", "gradients", "grads[x] + dx if x in grads else dx", "dx"),
    ("graph", "gradients", "reversed(order)", "order"),
    ("graph", "topological", "stack.append((y, True))", "order.append(y)"),
]


@pytest.mark.parametrize(("where", "name", "right", "wrong"), IN_AUTOGRAD)
def test_so_is_one_in_the_chain_rule(where, name, right, wrong, monkeypatch):
    module = importlib.import_module(f"chainrule.scratch.autograd.{where}")
    text = inspect.getsource(module)
    assert text.count(right) == 1, f"{right} is there {text.count(right)} times"
    namespace = {"__name__": "mistaken"}
    exec(text.replace(right, wrong), namespace)
    new = namespace[name]
    if where != "operations":
        monkeypatch.setattr(graph, name, new)
        found = network_gaps
    else:

        def found():
            return operation_gaps(name, new)

    with np.errstate(all="ignore"):
        assert gap(found) > SEEN
