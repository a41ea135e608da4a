"""``--touched``: of all tests, collect and ask those that a change can have touched."""

from pathlib import Path
from typing import Any

import pytest

from sitekit.check.touched import Choice, since

SHOWN = 8  # names in a line of the summary
# A commit, the files that differ from it, those to collect, those that are left out.
Found = tuple[str, list[str], list[str], list[str]]


class Chosen:
    """Hooks of one process; xdist's workers are told what its first one found."""

    def __init__(self, config: pytest.Config) -> None:
        self.root = config.rootpath
        cache = config.cache
        self.failed = set(cache.get("cache/lastfailed", {}) if cache else ())
        told: Found | None = getattr(config, "workerinput", {}).get("touched")
        self.commit, self.changed, self.files, self.left = told or self.find(config)
        self.choice = Choice(self.root, set(self.changed))

    def find(self, config: pytest.Config) -> Found:
        if not (found := since(self.root, config.option.touched)):
            commit = config.option.touched or "HEAD"
            raise pytest.UsageError(f"--touched: git knows no commit {commit!r} here")
        commit, changed = found
        choice = Choice(self.root, changed)
        tests = (self.root / "tests").rglob("test_*.py")
        files = choice.files(path.relative_to(self.root).as_posix() for path in tests)
        return commit, sorted(changed), sorted(files), choice.left

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        node.workerinput["touched"] = self.commit, self.changed, self.files, self.left

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        if collection_path.suffix not in (".py", ".md"):
            return None  # a folder
        name = collection_path.relative_to(self.root).as_posix()
        again = any(nodeid.startswith(f"{name}::") for nodeid in self.failed)
        return None if again or name in self.files else True

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> None:
        can_tell = [i for i in items if i.nodeid.split("::")[0] in self.files]
        asked = set(self.choice.items(can_tell))
        asked |= {item for item in items if item.nodeid in self.failed}
        config.hook.pytest_deselected(items=[i for i in items if i not in asked])
        items[:] = [item for item in items if item in asked]

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        if exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED:
            session.exitstatus = pytest.ExitCode.OK

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        lines = [f"{len(self.changed)} files differ from {self.commit}"]
        lines.append(f"{len(self.files)} files with tests can tell")
        if self.left:
            lines.append(f"left out, though they stand on a change: {some(self.left)}")
        terminalreporter.section("touched")
        for line in [*lines, "`make test` asks everything"]:
            terminalreporter.line(line)


def some(names: list[str]) -> str:
    more = len(names) - SHOWN
    return " ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")
