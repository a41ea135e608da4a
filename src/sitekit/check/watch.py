"""Which functions of the package run while a test computes what it compares."""

import cProfile
import inspect
from types import CodeType

import pytest

from sitekit.page.ledger import Entry

ENTRIES = pytest.StashKey[list[Entry]]()  # of a session


class Watch:
    """Collects which functions of the package return, as ``path:qualname``.

    What stands inside of a function is a part of it; the bodies of modules and
    classes, which an import runs, are none. cProfile sees the calls, in C and without
    getting into the way of coverage's sys.settrace; its times are of no use here.
    """

    def __init__(self, root: str, package: str) -> None:
        self.root, self.prefix = root, f"{root}/src/{package}/"
        self.profiler = cProfile.Profile(subcalls=False, builtins=False)
        self.found: set[str] = set()

    def __enter__(self) -> None:
        self.profiler.enable()

    def __exit__(self, *error: object) -> None:
        self.profiler.disable()

    def ran(self) -> tuple[str, ...]:
        """All of them so far."""
        self.profiler.disable()  # a collector's callback would turn what is walked
        for code in (entry.code for entry in self.profiler.getstats()):
            if isinstance(code, CodeType) and code.co_flags & inspect.CO_NEWLOCALS:
                file = code.co_filename.replace("\\", "/")
                name = code.co_qualname.split(".<locals>")[0]
                if file.startswith(self.prefix) and not name.startswith("<"):
                    self.found.add(f"{file[len(self.root) + 1 :]}:{name}")
        self.profiler.clear()
        self.profiler.enable()
        return tuple(sorted(self.found))


WATCH = pytest.StashKey[Watch]()
