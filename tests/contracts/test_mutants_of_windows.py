"""A fault in convolution or pooling does not go unseen: all is compared with torch."""

import importlib
import inspect
import itertools
import sys

import numpy as np
import pytest
import torch
from helpers.mutants import gap, surviving, unexplained
from helpers.windows import CONVOLUTIONS, both, both_ways, pictures

from chainrule import nn
from chainrule.scratch import nn as numpy_nn
from chainrule.scratch.nn import conv_output_size

pytestmark = pytest.mark.filterwarnings("ignore:Using padding='same' with even")
# Asked in the layers' own tests: how they start, what they say, what they refuse.
HAND_ON = {"parameters", "reset_parameters", "extra_repr", "checked_ends"}
LOCAL = [
    ((2, 3, (5, 4), 3), {}),
    ((3, 2, (6, 5), (3, 2)), {"stride": (2, 1), "padding": (1, 0)}),
    ((1, 2, 4, 2), {"bias": False, "stride": 2}),
]
POOLS = [
    ((2,), {}, (2, 3, 5, 7)),
    ((3, 2, 1), {}, (1, 2, 6, 5)),
    (((3, 2), (1, 3), (1, 0)), {"ceil_mode": True}, (2, 1, 7, 5)),
    ((3, 2, 1), {"ceil_mode": True}, (1, 1, 4, 6)),
    ((2, 3), {"ceil_mode": True}, (1, 1, 7, 4)),
]
MAXIMA = [
    ((2, 1, 0, 2), {}, (1, 2, 5, 6)),
    ((3, 2, 1, (1, 2)), {"ceil_mode": True}, (1, 1, 7, 8)),
]
MEANS = [
    ((3, 2, 1), {"count_include_pad": False}, (1, 2, 6, 5)),
    ((3, 2, 1, True), {"count_include_pad": False}, (1, 1, 4, 6)),
    ((2, 2), {"divisor_override": 3}, (1, 1, 4, 5)),
]


def convolutions(cls=numpy_nn.Conv2d):
    for args, keywords, shape in CONVOLUTIONS:
        layers = both(cls, torch.nn.Conv2d, args, keywords)
        yield from starts(layers[0], np.prod(layers[0].weight.shape[1:]))
        yield from both_ways(*layers, pictures(shape))


def starts(layer, fan_in):
    """Uniform in ±1/sqrt(fan_in), weight first."""
    rng = np.random.default_rng(0)
    for array in layer.params:
        yield array, rng.uniform(-1, 1, array.shape) / np.sqrt(fan_in)


def made(make, *args, **keywords):
    torch.manual_seed(0)
    return make(*args, **keywords)


def sizes(function=None):
    """Along one axis, as torch's pooling has them."""
    function = function or conv_output_size
    for size, k, s, p, d, ceil in itertools.product(
        (5, 6, 8), (2, 3), (1, 2, 4), (0, 1), (1, 2), (False, True)
    ):
        pool = torch.nn.MaxPool2d((1, k), (1, s), (0, p), (1, d), ceil_mode=ceil)
        yield function(size, k, s, p, d, ceil), pool(torch.zeros(1, 1, size)).shape[-1]
    yield function(5, 2), 4
    yield function(1, 1), 1


def of_torch(cls=nn.Conv2d):
    for args, keywords, shape in CONVOLUTIONS:
        oracle, ours = (
            made(make, *args, **keywords, dtype=torch.float64)
            for make in (torch.nn.Conv2d, cls)
        )
        yield from zip(ours.parameters(), oracle.parameters(), strict=True)
        ours.load_state_dict(oracle.state_dict())
        x = torch.tensor(pictures(shape))
        yield ours(x), oracle(x)


def local(cls=numpy_nn.LocallyConnected2d):
    """Windows by torch's unfold, each with its own weights by einsum."""
    for args, keywords in LOCAL:
        layer = cls(*args, **keywords, rng=0)
        yield from starts(layer, np.prod(layer.weight.shape[3:]))
        size = args[2] if isinstance(args[2], tuple) else (args[2],) * 2
        yield float(layer.bias is None), float("bias" in keywords)
        x = pictures((3, args[0], *size))
        weight = torch.tensor(layer.weight, requires_grad=True)
        leaf = torch.tensor(x, requires_grad=True)
        stride, padding = keywords.get("stride", 1), keywords.get("padding", 0)
        columns = torch.nn.functional.unfold(leaf, args[3], 1, padding, stride)
        flat = weight.flatten(0, 1).flatten(2)  # (places, out, in kh kw)
        oracle = torch.einsum("npk,kop->nok", columns, flat)
        if layer.bias is not None:
            oracle = oracle + torch.tensor(layer.bias).flatten(0, 1).mT
        y = layer.forward(x)
        yield y, oracle.unflatten(2, y.shape[2:]).detach()
        dy = np.random.default_rng(1).normal(size=y.shape)
        oracle.backward(torch.tensor(dy).flatten(2))
        yield layer.backward(dy), leaf.grad
        yield layer.grad_weight, weight.grad
        if layer.bias is not None:
            yield layer.grad_bias, np.moveaxis(dy.sum(axis=0), 0, -1)


def pools(name, ours=None):
    for args, keywords, shape in POOLS + (MAXIMA if name == "MaxPool2d" else MEANS):
        theirs = getattr(torch.nn, name)(*args, **keywords)
        for x in (pictures(shape), np.round(pictures(shape))):
            layer = (ours or getattr(numpy_nn, name))(*args, **keywords)
            yield from both_ways(layer, theirs, x)
    if name == "MaxPool2d":
        x = np.full((1, 1, 4, 4), -np.inf)
        layer, oracle = (
            make(3, 2, 1) for make in (ours or numpy_nn.MaxPool2d, torch.nn.MaxPool2d)
        )
        for mine, theirs in [*both_ways(layer, oracle, x)][1:]:
            yield mine, theirs


def minima(cls=numpy_nn.MinPool2d):
    x, dy = pictures((2, 3, 6, 5)), pictures((2, 3, 3, 3), seed=2)
    layer, leaf = cls(3, 2, 1), torch.tensor(x, requires_grad=True)
    oracle = -torch.nn.MaxPool2d(3, 2, 1)(-leaf)
    yield layer.forward(x), oracle.detach()
    oracle.backward(torch.tensor(dy))
    yield layer.backward(dy), leaf.grad


def everything(_=None):
    yield from convolutions()
    yield from local()
    for name in ("MaxPool2d", "AvgPool2d"):
        yield from pools(name)


LAYERS = {
    numpy_nn.Conv2d: convolutions,
    numpy_nn.LocallyConnected2d: local,
    numpy_nn.MaxPool2d: lambda new=None: pools("MaxPool2d", new),
    numpy_nn.AvgPool2d: lambda new=None: pools("AvgPool2d", new),
    numpy_nn.MinPool2d: minima,
    nn.Conv2d: of_torch,
}
# Not seen because they change nothing: what -> what is changed -> why.
MINUS_TWO = "NumPy takes -2 for -1 in reshape"
EQUIVALENT: dict[str, dict] = {
    "chainrule.scratch.nn.conv.conv2d.Conv2d": {
        "0 -> 1": "all filters are of one size, and there are two",
    },
    "chainrule.scratch.nn.conv.locally_connected2d.LocallyConnected2d": {
        "1 -> 2": [MINUS_TWO] * 3,
    },
    "chainrule.scratch.nn.pool.max_pool2d.MaxPool2d": {
        "0 -> 1": "a window never begins behind the padding",
        "1 -> 2": "two equal samples instead of one, of which one is used",
    },
    "Pool": {"-2 -> 2": "of four axes"},
}


@pytest.mark.parametrize(
    "cls", LAYERS, ids=lambda cls: f"{cls.__module__}.{cls.__name__}"
)
def test_no_mutant_of_a_layer_survives(cls):
    assert gap(LAYERS[cls]) < 1e-12
    source = inspect.getsource(importlib.import_module(cls.__module__))
    tried, left = surviving(source, cls.__name__, LAYERS[cls], HAND_ON)
    assert tried > 0
    name = f"{cls.__module__}.{cls.__name__}"
    assert unexplained(left, EQUIVALENT.get(name, {})) == []


SHARED = [
    ("conv.im2col", "windows"),
    ("conv.im2col", "im2col"),
    ("conv.im2col", "col2im"),
    ("conv.im2col", "windows_of"),
    ("conv.padding", "source"),
    ("conv.padding", "pad"),
    ("conv.padding", "pad_backward"),
    ("conv.sizes", "conv_output_size"),
    ("conv.base", "Windowed"),
    ("pool.base", "Pool"),
]


@pytest.mark.parametrize(("where", "name"), SHARED)
def test_no_mutant_of_what_they_share_survives(where, name, monkeypatch):
    module = importlib.import_module(f"chainrule.scratch.nn.{where}")
    real = getattr(module, name)
    users = [m for key, m in sys.modules.items() if key.startswith("chainrule.scratch")]
    users = [m for m in users if getattr(m, name, None) is real]

    def found(new):
        if inspect.isclass(real):
            for method in set(vars(new)) & set(vars(real)) - HAND_ON:
                if inspect.isfunction(vars(new)[method]):
                    monkeypatch.setattr(real, method, vars(new)[method])
        else:
            for user in users:
                monkeypatch.setattr(user, name, new)
        yield from everything()
        if name == "conv_output_size":
            yield from sizes(new)

    tried, left = surviving(inspect.getsource(module), name, found, HAND_ON)
    assert tried > 0
    assert unexplained(left, EQUIVALENT.get(name, {})) == []
