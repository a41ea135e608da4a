"""Every optimizer of chainrule.optim is its NumPy twin."""

import importlib
import pkgutil

import pytest
import torch
from helpers import courses

import chainrule.optim
from chainrule.optim import engine, plain

CUDA = pytest.mark.skipif(not torch.cuda.is_available(), reason="no CUDA device")


def descendants(cls):
    for child in cls.__subclasses__():
        yield child
        yield from descendants(child)


def test_every_optimizer_of_the_package_is_asked():
    for module in pkgutil.walk_packages(chainrule.optim.__path__, "chainrule.optim."):
        importlib.import_module(module.name)
    ours = [
        c
        for c in descendants(engine.Optimizer)
        if c.__module__.startswith("chainrule.")
    ]
    assert ours
    assert {
        c for c in ours if getattr(chainrule.optim, c.__name__, 0) is not c
    } == set()


@pytest.mark.parametrize("device", ["cpu", pytest.param("cuda", marks=CUDA)])
@pytest.mark.parametrize("maximize", [False, True])
@pytest.mark.parametrize("varied", [False, True], ids=["defaults", "varied"])
def test_is_its_twin(is_twin, optim, other, varied, maximize, device):
    options = other if varied else {}
    theirs = courses.twin_go(optim, 30, maximize=maximize, **options)
    for fused in (None, False):  # as it is, and surely by its formula
        given = {"maximize": maximize, "fused": fused, **options}
        optimizer = optim(courses.start(device=device), **given)
        is_twin(courses.go(optimizer, 30), theirs)


def test_each_hyperparameter_matters(optim, other):
    """Otherwise the comparison with the twin would not see it."""
    base = courses.go(optim(courses.start(), **other), 8)
    for name in other:
        changed = {n: x for n, x in other.items() if n != name}
        moved = courses.go(optim(courses.start(), **changed), 8)
        with pytest.raises(AssertionError, match="off by"):
            courses.same(moved, base, 1e-9)


def test_listing_runs_on_the_plain_class_as_on_the_engine(optim, other):
    """A reader may put chainrule.optim.plain's Optimizer in the place of the engine."""
    if "weight_decay" not in optim.hyper:
        other.pop("weight_decay")
    copied = type(optim.__name__, (plain.Optimizer,), {"update": optim.update})
    plainly = courses.go(copied(courses.start(), **other), 20)
    ours = courses.go(optim(courses.start(), **other), 20)
    courses.same(ours, plainly, 1e-14)


def test_docstring_names_its_source_and_its_errors(optim):
    assert optim.__doc__
    assert "Raises ValueError" in optim.__doc__
    if optim.buffers:
        assert "torch" in optim.__doc__  # in what it differs, or that it does not
    assert optim.update.__doc__ is None  # the listing is the formula
