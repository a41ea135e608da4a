"""Which tests a change can have touched, which is what ``make check`` asks.

A change is what differs from a commit. A test is *near* to it if the test, its source
by the path rule, or a subject that it asks has changed: a class, a program, a page with
all that it shows. It is *far* if it only stands on a changed file through imports; of
those the most specific are asked, `FAR` of a kind. The rest, and what no import shows
(a version, a picture), is left to the whole suite.
"""

import inspect
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

from sitekit.page.paths import Page, pages, source_of
from sitekit.page.shown import embedded
from sitekit.page.uses import uses

FAR = 6
LISTINGS = "src/sitekit/check/listings.py"  # what runs the code of a page
LOOKED_AT = ("docs/", "snippets/", "src/")  # by tests/site


def since(root: Path, commit: str = "") -> tuple[str, set[str]] | None:
    """A commit, and the files that differ from it; None where git cannot say.

    Unnamed, it is where the branch left the one that it follows, or the last commit of
    a branch that follows none.
    """

    def git(*words: str) -> str:
        command = ["git", "-C", str(root), *words]
        done = subprocess.run(command, capture_output=True, encoding="utf-8")
        return "" if done.returncode else done.stdout.strip()

    base = commit or git("merge-base", "HEAD", "@{upstream}") or "HEAD"
    if not (name := git("rev-parse", "--short", "--verify", f"{base}^{{commit}}")):
        return None
    differ = git("diff", "--name-only", "--no-renames", "--relative", name)
    new = git("ls-files", "--others", "--exclude-standard")
    return name, {*differ.splitlines(), *new.splitlines()}


@dataclass(frozen=True)
class Thing:
    """A test or a subject: the files that are its own, and those that it stands on."""

    own: frozenset[str]
    below: frozenset[str]


@dataclass(eq=False)
class Choice:
    """What to ask after ``changed``, and what was ``left`` though it is far."""

    root: Path
    changed: set[str]
    left: list[str] = field(default_factory=list)

    def files(self, tests: Iterable[str]) -> set[str]:
        """Those of ``tests`` and of the pages whose tests are to be collected."""
        things = {test: self.test(test) for test in tests}
        units = {t: a for t, a in things.items() if self.is_unit(t)}
        asked = {t for t in things.keys() - units if self.is_touched(things[t])}
        for kind in (units, self.pages):
            near = {name for name in kind if self.is_near(kind[name])}
            far = {name for name in kind if self.is_touched(kind[name])} - near
            specific = sorted(far, key=lambda name: (len(kind[name].below), name))
            asked |= near | set(specific[:FAR])
            self.left += specific[FAR:]
        return asked

    def items(self, items: list[pytest.Item]) -> list[pytest.Item]:
        """Those of the collected tests to ask: of each test the subjects touched."""
        asked, far = set[pytest.Item](), defaultdict[str, list[pytest.Item]](list)
        for item in items:
            file = item.nodeid.split("::")[0]
            subjects = self.subjects(item)
            is_whole = file in self.pages or self.is_unit(file) or not subjects
            if is_whole or any(map(self.is_near, (self.test(file), *subjects))):
                asked.add(item)
            elif any(map(self.is_touched, subjects)):
                far[item.nodeid.split("[")[0]].append(item)
        for same in far.values():  # spread over all of them
            asked.update(same[:: -(-len(same) // FAR)])
        return [item for item in items if item in asked]

    def is_near(self, thing: Thing) -> bool:
        return not thing.own.isdisjoint(self.changed)

    def is_touched(self, thing: Thing) -> bool:
        return self.is_near(thing) or not thing.below.isdisjoint(self.changed)

    def is_unit(self, test: str) -> bool:
        """Whether it is about a module, not about many subjects."""
        return (self.root / source_of(test)).parent.is_dir() and test.count("/") > 1

    @cached_property
    def pages(self) -> dict[str, Thing]:
        return {page.source: self.page(page) for page in pages(self.root)}

    def page(self, page: Page) -> Thing:
        programs = self.names((self.root / "snippets" / page.topic).rglob("*.*"))
        own = {page.source, *embedded(page), *programs}
        code = [self.root / name for name in own if name.endswith(".py")]
        return self.thing(own, [self.root / LISTINGS, *code])

    @cache  # noqa: B019 - as long as the run
    def test(self, test: str) -> Thing:
        path = self.root / test
        folders = Path(test).parents
        beside = [self.root / folder / "conftest.py" for folder in folders]
        files = [file for file in (path, *beside) if file.is_file()]
        thing = self.thing({test, source_of(test)}, files)
        if test.startswith("tests/site/"):
            seen = {name for name in self.changed if name.startswith(LOOKED_AT)}
            return Thing(thing.own, thing.below | seen)
        return thing

    def subjects(self, item: pytest.Item) -> list[Thing]:
        """What a test asks, among its parameters."""
        given = getattr(item, "callspec", None)
        found = map(self.subject, given.params.values()) if given else ()
        return [thing for thing in found if thing]

    def subject(self, value: Any) -> Thing | None:
        if isinstance(value, Page):
            return self.pages.get(value.source)
        if isinstance(value, type) or inspect.isfunction(value):
            value = getattr(sys.modules.get(value.__module__), "__file__", None)
        if isinstance(value, str | Path) and str(value).endswith(".py"):
            path = self.root / value
            return self.file(path) if self.root in path.parents else None
        return None

    @cache  # noqa: B019
    def file(self, path: Path) -> Thing | None:
        """A file of Python, with what stands beside it under its name."""
        if not path.is_file():
            return None
        return self.thing(self.names(path.parent.glob(f"{path.stem}.*")), [path])

    def thing(self, own: Iterable[str], code: Iterable[Path]) -> Thing:
        code = [path for path in code if path.is_file()]
        below = set(code).union(*(uses(self.root, path) for path in code))
        return Thing(frozenset(own), frozenset(self.names(below)))

    def names(self, files: Iterable[Path]) -> set[str]:
        return {file.relative_to(self.root).as_posix() for file in files}
