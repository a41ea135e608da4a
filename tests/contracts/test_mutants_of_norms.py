"""A fault in a normalization layer or in dropout does not go unseen.

The mechanical faults of `helpers.mutants` at every place, and by hand those that
people make, in scratch.nn and in nn: each is compared with torch on the same numbers,
in training and in evaluation.
"""

import importlib
import inspect
import sys

import numpy as np
import pytest
import torch
from helpers.mutants import SEEN, gap, surviving, unexplained
from helpers.norms import (
    CASES,
    RUNNING,
    both,
    both_numpy,
    gone_both_ways,
    inputs,
    numpy_both_ways,
)

from chainrule import nn
from chainrule.scratch import nn as numpy_nn

NAMES = sorted(CASES)
BATCH = ["BatchNorm1d", "BatchNorm2d"]
FUSED = ["GroupNorm", "LayerNorm"]
HAND_ON = {"__init__", "buffers", "parameters", "reset_running_stats"}
HAND_ON |= {"extra_repr", "reset_parameters", "start", "grouped"}  # tested elsewhere


def gaps(names, numpy=False, ours=None):
    """All cases of these layers, three batches and two evaluations each."""
    pairs, ways = (both_numpy, numpy_both_ways) if numpy else (both, gone_both_ways)
    for name in names:
        running = [] if numpy or name != "InstanceNorm2d" else RUNNING
        kernel = [] if numpy or name not in FUSED else [{"fused": True}]
        cases = CASES[name] + running
        cases += [(a, k | kernel[0], s) for a, k, s in cases if kernel]
        for args, keywords, shape in cases:
            made = pairs(name, args, ours=ours, **keywords)
            for seed in range(5):
                for layer in made:
                    layer.train(seed < 3)
                yield from ways(*made, inputs(shape, seed))


def survivors(source, name, found):
    return surviving(source, name, found, HAND_ON)


# Not seen because they change nothing: what -> what is changed -> why.
EQUIVALENT: dict[str, dict[str, str]] = {
    "Normalize": {"1 -> 2": "of nothing, and then nothing is divided by it"},
    "ChannelNorm": {"1 -> 2": "NumPy takes -2 for -1 in reshape"},
    "Dropout of chainrule.scratch.nn": {
        "0.0 -> 0.25": "with p = 1 all of the mask is zero",
    },
    "Dropout of chainrule.nn": {
        "0.0 -> 0.25": "with p = 1 all of the mask is zero",
    },
}


@pytest.mark.parametrize("module", [numpy_nn, nn], ids=["scratch", "torch"])
@pytest.mark.parametrize("name", [n for n in NAMES if n != "BatchNorm2d"])
def test_no_mutant_of_a_layer_survives(name, module):
    numpy, cls = module is numpy_nn, getattr(module, name)
    assert gap(lambda: gaps([name], numpy)) < 1e-12
    source = inspect.getsource(importlib.import_module(cls.__module__))
    tried, left = survivors(source, name, lambda new: gaps([name], numpy, new))
    assert tried > 0
    # Both ways give the same numbers; which one it goes, their own tests ask.
    left = [mutant for mutant in left if "self.fused" not in mutant.before]
    assert unexplained(left, EQUIVALENT.get(name, {})) == []


SHARED = [  # what several layers use: (module, its users' modules, name)
    ("scratch.nn.norm.normalize", "scratch.nn.norm", "normalize"),
    ("scratch.nn.norm.normalize", "scratch.nn.norm", "normalize_backward"),
    ("nn.norm.normalize", "nn.norm.normalize", "Normalize"),
]
USERS = ["batch_norm", "layer_norm", "instance_norm", "group_norm"]


def put(monkeypatch, package, name, new):
    """Exchange a shared function in all modules that imported it."""
    for user in USERS if package.endswith(".norm") else [""]:
        where = f"chainrule.{package}.{user}".rstrip(".")
        monkeypatch.setattr(importlib.import_module(where), name, new)


@pytest.mark.parametrize(("where", "package", "name"), SHARED)
def test_no_mutant_of_what_they_share_survives(where, package, name, monkeypatch):
    numpy = where.startswith("scratch")

    def found(new):
        put(monkeypatch, package, name, new)
        yield from gaps(NAMES, numpy)
        if not numpy:
            yield from of_all_outputs(new.apply)
            yield from second_derivatives()

    module = importlib.import_module(f"chainrule.{where}")
    _, left = survivors(inspect.getsource(module), name, found)
    assert unexplained(left, EQUIVALENT.get(name, {})) == []


def of_all_outputs(function):
    """The gradient through mean and variance, where they are used, too."""
    found = []
    for by_hand in (True, False):
        x = inputs((5, 3)).requires_grad_()
        if by_hand:
            parts = function(x, [0], 0.1)
        else:
            mean = x.mean(0, keepdim=True)
            variance = (x - mean).square().mean(0, keepdim=True)
            parts = (x - mean) / torch.sqrt(variance + 0.1), mean, variance
        sum((k * p.pow(3)).sum() for k, p in enumerate(parts, 1)).backward()
        found.append([*(p.detach() for p in parts), x.grad])
    yield from zip(*found, strict=True)


def second_derivatives():
    found = []
    for layer in both("BatchNorm1d", (3,)):
        x = inputs((5, 3)).requires_grad_()
        (slope,) = torch.autograd.grad(layer(x).pow(3).sum(), x, create_graph=True)
        slope.square().sum().backward()
        found.append([x.grad, layer.weight.grad])
    yield from ((a / 1e3, b / 1e3) for a, b in zip(*found, strict=True))


@pytest.mark.parametrize("numpy", [True, False], ids=["scratch", "torch"])
@pytest.mark.parametrize("name", ["Norm", "FeatureNorm", "ChannelNorm"])
def test_no_mutant_of_their_bases_survives(name, numpy, monkeypatch):
    package = "chainrule.scratch.nn" if numpy else "chainrule.nn"
    module = importlib.import_module(f"{package}.norm.base")
    real = getattr(module, name)

    def found(new):
        for method in set(vars(new)) & set(vars(real)) - HAND_ON:
            if inspect.isfunction(vars(new)[method]):
                monkeypatch.setattr(real, method, vars(new)[method])
        return gaps(NAMES, numpy)

    tried, left = survivors(inspect.getsource(module), name, found)
    assert tried > 0
    assert (
        unexplained(
            left, EQUIVALENT.get(name if numpy or name != "ChannelNorm" else "", {})
        )
        == []
    )


def dropout_gaps(make, numpy):
    for p in (0.0, 0.3, 1.0):
        for mode in (True, False, True):
            for inplace in (False,) if numpy else (False, True):
                x, dy = inputs((40, 3)), inputs((40, 3), 1)
                torch.manual_seed(0)
                if numpy:
                    layer = make(p, rng=0).train(mode)
                    y, dx = layer.forward(x.numpy()), layer.backward(dy.numpy())
                    kept = np.random.default_rng(0).random(x.shape) >= p
                    factors = torch.tensor(kept).double() / (1 - p if p < 1 else 1)
                else:
                    leaf = x.clone().requires_grad_()
                    z = leaf * 1.0
                    y = make(p, inplace).train(mode)(z)
                    y.backward(dy)
                    y, dx = y.detach(), leaf.grad
                    if inplace:
                        yield z.detach(), y
                    torch.manual_seed(0)
                    factors = torch.nn.Dropout(p)(torch.ones_like(x))
                factors = factors if mode else torch.ones(())
                yield y, x * factors
                yield dx, dy * factors


def scaled_gaps(make, numpy):
    """The notes' form is 1 - p times the other."""
    other = numpy_nn.Dropout if numpy else nn.Dropout
    for p in (0.0, 0.3, 1.0):
        for mode in (True, False):
            for inplace in (False,) if numpy else (False, True):
                found = []
                for cls in (make, other):
                    torch.manual_seed(0)
                    layer = cls(p, 0) if numpy else cls(p, inplace)
                    x = inputs((40, 3))
                    x = x.numpy() if numpy else x
                    found.append((x, layer.train(mode).forward(x)))
                (x, ours), (_, inverted) = found
                yield ours, (1 - p) * inverted
                if inplace:
                    yield x, ours


@pytest.mark.parametrize("module", [numpy_nn, nn], ids=["scratch", "torch"])
@pytest.mark.parametrize("name", ["Dropout", "DropoutScaledAtTest"])
def test_no_mutant_of_dropout_survives(name, module, monkeypatch):
    """Their constructors, too: in them stand the scales."""
    numpy, cls = module is numpy_nn, getattr(module, name)
    gaps = dropout_gaps if name == "Dropout" else scaled_gaps
    monkeypatch.setattr(sys.modules[__name__], "HAND_ON", {"extra_repr"})
    assert gap(lambda: gaps(cls, numpy)) < 1e-14
    source = inspect.getsource(importlib.import_module(cls.__module__))
    tried, left = survivors(source, name, lambda new: gaps(new, numpy))
    assert tried > 0
    known = EQUIVALENT.get(f"{name} of {module.__name__}", {})
    assert unexplained(left, known) == []


# --- by hand --------------------------------------------------------------------------

NUMPY, TORCH = "scratch.nn.norm.", "nn.norm."
BY_HAND = [
    # mistake 17: no path through the variance, none through the mean, neither
    (
        NUMPY + "normalize",
        "normalize_backward",
        "dy - shift - y * stretch",
        "dy - shift",
    ),
    (NUMPY + "normalize", "normalize_backward", "dy - shift - y", "dy - y"),
    (NUMPY + "normalize", "normalize_backward", "(dy - shift - y * stretch)", "dy"),
    (TORCH + "normalize", "Normalize", "-scale * stretch", "0 * stretch"),
    (
        TORCH + "normalize",
        "Normalize",
        "torch.addcmul(-scale * shift, dy",
        "(0 + dy * 1).mul(1",
    ),
    # mistakes 16 and 18: the unbiased variance normalizes; eps outside the root
    (
        NUMPY + "normalize",
        "normalize",
        ".mean(axis=axes, keepdims=True)\n    scale",
        ".sum(axis=axes, keepdims=True) / (x.size / mean.size - 1)\n    scale",
    ),
    (
        NUMPY + "normalize",
        "normalize",
        "np.sqrt(variance + eps)",
        "(np.sqrt(variance) + eps)",
    ),
    (TORCH + "normalize", "Normalize", "rsqrt(variance + eps)", "rsqrt(variance)"),
    # the biased one is remembered; the momentum points the other way
    (NUMPY + "batch_norm", "BatchNorm1d", "variance * count / (count - 1)", "variance"),
    (
        TORCH + "batch_norm",
        "BatchNorm1d",
        "variance * (count / (count - 1))",
        "variance",
    ),
    (
        NUMPY + "batch_norm",
        "BatchNorm1d",
        "m = self.momentum\n",
        "m = 1 - self.momentum if self.momentum else None\n",
    ),
    (
        TORCH + "batch_norm",
        "BatchNorm1d",
        "old += m * (new.flatten() - old)",
        "old += (1 - m) * (new.flatten() - old)",
    ),
    (TORCH + "batch_norm", "BatchNorm1d", "1 / self.num_batches_tracked.item()", "0.1"),
    # buffers: never counted, the mean's in both places, moved in evaluation
    (TORCH + "batch_norm", "BatchNorm1d", "self.num_batches_tracked += 1", "pass"),
    (NUMPY + "batch_norm", "BatchNorm1d", "m * (unbiased.ravel()", "m * (mean.ravel()"),
    (
        NUMPY + "batch_norm",
        "BatchNorm1d",
        "if self.training or not self.track:",
        "if True:",
    ),
    (
        TORCH + "batch_norm",
        "BatchNorm1d",
        "if self.training or self.running_mean is None:",
        "if True:",
    ),
    # axes: the layer instead of the batch, pixels forgotten, all channels together
    (NUMPY + "batch_norm", "BatchNorm1d", "0, *range(2, x.ndim)  #", "(1,)  #"),
    (TORCH + "batch_norm", "BatchNorm1d", "[0, *range(2, x.ndim)]", "[0]"),
    (TORCH + "instance_norm", "InstanceNorm2d", "[2, 3]", "[1, 2, 3]"),
    (
        TORCH + "group_norm",
        "GroupNorm",
        "unflatten(1, (self.num_groups, -1))",
        "unflatten(1, (-1, self.num_groups))",
    ),
    (
        NUMPY + "layer_norm",
        "LayerNorm",
        "normalize(x, axes,",
        "normalize(x, (-1,),",
    ),
    # evaluation's backward as if the statistics were of the batch
    (NUMPY + "batch_norm", "BatchNorm1d", "if self.constant:", "if False:"),
    # the mean subtracted where there is none to subtract; a path forgotten
    (TORCH + "rms_norm", "RMSNorm", "z.square()", "(z - z.mean(-1, True)).square()"),
    (NUMPY + "rms_norm", "RMSNorm", "scale * (dy - y * stretch)", "scale * dy"),
]


@pytest.mark.parametrize(("where", "name", "right", "wrong"), BY_HAND)
def test_a_mistake_that_people_make_is_seen(where, name, right, wrong, monkeypatch):
    module, numpy = importlib.import_module(f"chainrule.{where}"), where[0] == "s"
    text = inspect.getsource(module)
    assert text.count(right) == 1, f"{right} is there {text.count(right)} times"
    namespace = {"__name__": "mistaken"}
    exec(text.replace(right, wrong), namespace)
    new, names = namespace[name], NAMES
    if where.endswith("normalize"):
        put(monkeypatch, where.rpartition(".")[0] if numpy else where, name, new)
        new = None
    else:
        names = [name]
    with np.errstate(all="ignore"):
        assert gap(lambda: gaps(names, numpy, new)) > SEEN
