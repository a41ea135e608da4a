"""What every optimizer is asked with: its class, unusual options, ways to run it.

Nothing here names an optimizer: what chainrule.optim exports and has on the engine
is asked, and its NumPy twin is the function of chainrule.scratch.optim that is called
as its module. (Lookahead is no formula but a wrapper, and has tests of its own.)
"""

import csv
from pathlib import Path

import pytest
import torch
from helpers import courses
from helpers.mutants import Mutant

import chainrule.optim
from chainrule.optim import engine
from chainrule.optim.engine import slices
from sitekit.page.paths import BUILD

EXPORTED = [
    thing
    for thing in vars(chainrule.optim).values()
    if isinstance(thing, type) and issubclass(thing, torch.optim.Optimizer)
]
CLASSES = [cls for cls in EXPORTED if issubclass(cls, engine.Optimizer)]
# Values far from the defaults, so that a swapped or misplaced one shows.
OTHER = {
    "lr": 0.03,
    "momentum": 0.8,
    "alpha": 0.7,
    "final_lr": 0.4,
    "gamma": 0.3,
    "momentum_decay": 20.0,
    "betas": (0.6, 0.95),
    "eps": 1e-3,
    "weight_decay": 0.2,
    "trust_coefficient": 0.3,
}
PATHS = {
    "formula": {"fused": False, "foreach": False},
    "some bundled": {"fused": False},
    "all bundled": {"fused": False, "foreach": True},
    "kernel": {"fused": True},
    "fastest": {},
}


def paths(optim):
    """Names of those that differ: whole tensors in no bundle, no kernel without one."""
    bundled = ["some bundled", "all bundled"] if optim.elementwise else []
    kernel = ["kernel", "fastest"] if optim.kernel else []
    return ["formula", *bundled, *kernel]


def pytest_generate_tests(metafunc):
    """Every class is asked; each `path` only where the engine has it for the class."""
    if "path" in metafunc.fixturenames:
        pairs = [(cls, path) for cls in CLASSES for path in paths(cls)]
        ids = [f"{cls.__name__}-{path}" for cls, path in pairs]
        metafunc.parametrize(("optim", "path"), pairs, ids=ids, indirect=True)
    elif "optim" in metafunc.fixturenames:
        names = [cls.__name__ for cls in CLASSES]
        metafunc.parametrize("optim", CLASSES, ids=names, indirect=True)


@pytest.fixture
def optim(request):
    return request.param


@pytest.fixture
def path(request, small_pieces):
    """One way through the engine, as options."""
    return PATHS[request.param]


@pytest.fixture
def small_pieces(monkeypatch):
    """Blocks and bundles so small that ordinary shapes meet them."""
    monkeypatch.setattr(slices, "BLOCK", 7)
    monkeypatch.setattr(slices, "SMALL", 4)


def unusual(optim):
    """OTHER, and for what is not there a value beside the default."""
    defaults = {"weight_decay": 0, **optim.hyper}
    return {name: OTHER.get(name) or 0.7 * x or 0.1 for name, x in defaults.items()}


@pytest.fixture
def other(optim):
    """Unusual values for all hyperparameters of the class."""
    return unusual(optim)


@pytest.fixture(scope="session")
def every_class():
    """(name, options) of all; "Wrapper:Adam" for one that takes an optimizer."""
    wrappers = [cls for cls in EXPORTED if cls not in CLASSES]
    return [
        *((cls.__name__, unusual(cls)) for cls in CLASSES),
        *((f"{cls.__name__}:Adam", {}) for cls in wrappers),
    ]


@pytest.fixture(scope="session")
def unit_of():
    """The first unit whose row of docs/units.csv names an object."""
    file = Path(__file__).parents[2] / "docs" / "units.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        units = [*csv.DictReader(rows)]
    return lambda name: next(u["id"] for u in units if name in u["objects"].split())


@pytest.fixture
def is_twin(agree, optim, unit_of):
    """is_twin(ours, theirs): the weights are the twin's, and that is recorded."""
    unit = unit_of(f"chainrule.optim.{optim.__name__}")
    twin = f"chainrule.scratch.optim.{optim.__module__.rsplit('.', 1)[-1]}"

    def compare(ours, theirs):
        courses.same(ours, theirs, 1e-12)  # says which tensor
        a, b = (torch.cat([x.reshape(-1) for x in each]) for each in (ours, theirs))
        if b.numel():
            agree(unit, a, b, 1e-12, against=twin)

    return compare


@pytest.fixture(scope="session")
def planted():
    """(mutant, largest error that it made) of all; listed in build/mutants.csv."""
    found = []
    yield found
    file = Path(__file__).parents[2] / BUILD / "mutants.csv"
    file.parent.mkdir(exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([*Mutant.__annotations__, "error"])
        writer.writerows([*vars(mutant).values(), error] for mutant, error in found)


@pytest.fixture
def ways(optim):
    """All ways through the engine that the class has, as options."""
    return [PATHS[name] for name in paths(optim)]
