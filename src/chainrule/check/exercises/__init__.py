"""The exercises of the book: ``part/name.py`` holds ``EXERCISE`` for ``name``."""

import pkgutil
from difflib import get_close_matches
from functools import cache
from importlib import import_module

from chainrule.check.exercise import Exercise

PARTS = [
    "basics",
    "classification",
    "networks",
    "optimization",
    "generalization",
    "cnn",
    "sequences",
]


@cache
def places() -> dict[str, str]:
    """The module of each exercise, by its name, in the order of the parts."""
    here = [m.name for m in pkgutil.iter_modules(__path__) if m.ispkg]
    found: dict[str, str] = {}
    for part in sorted(here, key=PARTS.index):
        room = import_module(f"{__name__}.{part}")
        for module in pkgutil.iter_modules(room.__path__):
            if module.name in found:
                raise ValueError(f"two exercises are called {module.name}")
            found[module.name] = f"{room.__name__}.{module.name}"
    return found


def names() -> list[str]:
    """What can be checked."""
    return list(places())


def find(name: str) -> Exercise:
    """The exercise of this name.

    Raises:
        LookupError: names what comes near.
    """
    if name not in places():
        near = get_close_matches(name, names(), n=3)
        raise LookupError(
            f"no exercise {name!r}" + (f": {', '.join(near)}?" * bool(near))
        )
    exercise: Exercise = import_module(places()[name]).EXERCISE
    return exercise
