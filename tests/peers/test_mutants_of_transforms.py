"""A fault in a transform does not go unseen beside torchvision.

The mechanical faults of `helpers.mutants` at every place of every transform and of what
they share, each compared on the same images from the same seeds.
"""

import importlib
import inspect
import pkgutil
import re
import sys
from functools import partial

import pytest
import torch
from helpers import vision
from helpers.images import picture
from helpers.mutants import mutants, unexplained
from helpers.vision import COLOURED, IMAGES, SAME

from chainrule.data import transforms as ours

theirs = vision.theirs()
SEEN = 1e-3  # in pixels of 0 to 1: a coordinate is rounded, red is weighed otherwise
WRONG = (ArithmeticError, LookupError, TypeError, ValueError, RuntimeError)
WRONG = (*WRONG, AttributeError, StopIteration)
PACKAGE = "chainrule.data.transforms"
MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(ours.__path__, f"{PACKAGE}.")
]
IMPORT = re.compile(rf"from ({PACKAGE}[.\w]*) import")
HAND_ON = {"__init__", "__repr__"}  # tested elsewhere
EDGE = {"interpolation": "bilinear", "fill": 0}  # a fill of its own deviates there
CASES = [case[1:] for case in SAME] + [
    ("RandomResizedCrop", (4,), {"scale": (2e-4, 2e-3)}),
    ("RandomResizedCrop", (9,), {"scale": (1.0, 1.0), "ratio": (3, 4)}),
    ("RandomRotation", (30,), {"fill": [0.1, 0.2, 0.7]}),
    ("RandomRotation", ((90, 270),), {}),
    ("RandomRotation", (30,), EDGE),
    *(("rotate", (angle,), {}) for angle in (0, 90, 180, 270, -90, 450, 91)),
    *(("ColorJitter", args, {}) for args in ((0.4, 0.3, 0.6, 0.1), (0, 0.5))),
    ("ColorJitter", ((0.5, 3), 0, (2, 4)), {}),
    ("ColorJitter", (0, 0, 0, 0.5), {}),
    *(("MixUp", (), {"alpha": alpha, "num_classes": 5}) for alpha in (0.2, 1.0)),
    *(("CutMix", (), {"alpha": alpha, "num_classes": 5}) for alpha in (0.2, 1.0, 4.0)),
]
TURNS = "rotate", "RandomRotation"  # a fill may have three channels
BATCHED = "MixUp", "CutMix"
SQUARE, FINE = picture(3, 9, 9), picture(3, 20, 16, dtype=torch.float64)


def results(module, name, args, keywords):
    """Image by image, with a number that shows how many were drawn before."""
    if module is theirs and keywords is EDGE:
        keywords = EDGE | {"fill": None}
    if name == "rotate":
        turn = module.rotate if module is ours else module.functional.rotate
        transform = partial(turn, angle=args[0])
    else:
        transform = getattr(module, name)(*args, **keywords)
    images = [*COLOURED, SQUARE] if name in TURNS else IMAGES
    for image in [SQUARE] if name in BATCHED else [*images, FINE]:
        for seed in range(6):
            given = [image.clone()]
            if name in BATCHED:
                given = [picture(6, 3, 12, 17), torch.tensor([0, 3, 1, 4, 2, 0])]
            torch.manual_seed(seed)
            found = transform(*given)
            found = found if isinstance(found, tuple) else (found,)
            yield *found, torch.rand(1)


@pytest.fixture(scope="module")
def oracles():
    return [list(results(theirs, *case)) for case in CASES]


def differs(case, oracle):
    """Whether ours gives other images, other draws, or an error."""
    try:
        for found, right in zip(results(ours, *case), oracle, strict=True):
            for a, b in zip(found, right, strict=True):
                if a.shape != b.shape or not (a - b).abs().max() < SEEN:
                    return True
    except WRONG:
        return True
    return False


def users(case):
    """The modules of a transform: its own and all that it imports from."""
    found, left = set(), [getattr(ours, case[0]).__module__]
    while left:
        if (name := left.pop()) not in found:
            found.add(name)
            left += IMPORT.findall(inspect.getsource(sys.modules[name]))
    return found


def taught(module):
    """Functions and classes of a module that compute."""
    if module.__name__.endswith((".arguments", ".checks", ".compose")):
        return []
    return [
        name
        for name, thing in vars(module).items()
        if getattr(thing, "__module__", "") == module.__name__ and callable(thing)
    ]


def put(patch, old, mutant, new):
    """The faulty method into the class, the faulty function to all who imported it."""
    if isinstance(old, type):
        patch.setattr(old, mutant.method, vars(new)[mutant.method])
        return
    for module in [ours, *MODULES]:
        for name, thing in list(vars(module).items()):
            if thing is old:
                patch.setattr(module, name, new)
            elif isinstance(thing, dict) and not name.startswith("__"):
                for key in [key for key, value in thing.items() if value is old]:
                    patch.setitem(thing, key, new)


WIDE = "image if image.dtype == torch.float64 else image.float()"
WIDE = f"{WIDE} -> {WIDE.replace('if image', 'if not image')}"
QUARTER = "angle % 180 == 0 or (angle % 90 == 0 and H == W)"
QUARTER = f"{QUARTER} -> {QUARTER.replace(' or ', ' and ', 1)}"
GENERAL = "the general way comes to the same, but for rounding"
# Not seen because they change nothing: name -> what is changed -> why.
AROUND, PARTED = "a hue goes round, one turn more is the same", "0 is divided by it"
EQUIVALENT: dict[str, dict[str, str | list[str]]] = {
    "adjust_hue": {"1 -> 2": [AROUND, "no colour lies beyond 1"]},
    "rgb_to_hsv": {"1 -> 2": [PARTED, PARTED, AROUND]},
    "cutmix": {"-2 -> 2": "of four axes"},
    "largest": {"1 -> 2": 2 * ["torchvision fails there; tests/chainrule asks it"]},
    "resize": {WIDE: "a matter of precision, asked in tests/chainrule"},
    "rotate": {
        QUARTER: GENERAL,
        "0 -> 1": [GENERAL, GENERAL],
        "180 -> 181": GENERAL,
        "90 -> 91": GENERAL,
    },
}
PLACES = [
    pytest.param(m, n, id=f"{m.__name__.removeprefix(PACKAGE + '.')}-{n}")
    for m in MODULES
    for n in taught(m)
]


@pytest.mark.parametrize(("module", "name"), PLACES)
def test_no_mutant_survives(module, name, oracles, monkeypatch):
    pairs = zip(CASES, oracles, strict=True)
    asked = [pair for pair in pairs if module.__name__ in users(pair[0])]
    assert asked
    assert not any(differs(*pair) for pair in asked)
    left = []
    for mutant, thing in mutants(inspect.getsource(module), name, HAND_ON):
        with monkeypatch.context() as patch:
            put(patch, getattr(module, name), mutant, thing)
            if not any(differs(*pair) for pair in asked):
                left.append(mutant)
    assert unexplained(left, EQUIVALENT.get(name, {})) == []
