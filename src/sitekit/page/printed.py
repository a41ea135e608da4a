"""The labelled equations of the site, by the names that they have as oracles."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitekit.page import markup
from sitekit.page.paths import Page, read, sources

NAME = "printed equation ({})"  # the oracle of an equation that a test evaluates
NAMED = re.compile(re.escape(NAME).replace(r"\{\}", "(.+)"))


@dataclass(frozen=True)
class Equation:
    """A labelled formula of a page."""

    topic: str
    label: str
    tex: str


@lru_cache(maxsize=512)
def _equations(path: Path, _mtime: int) -> list[tuple[str, str, str]]:
    shown = markup.equations(read(path))
    return [(NAME.format(tag), label, tex) for label, tag, tex in shown]


@lru_cache(maxsize=4)
def _by_oracle(root: Path, files: tuple[tuple[Path, int], ...]) -> dict[str, Equation]:
    found = {}
    for path, mtime in files:
        page = Page(root, "en", path.relative_to(root / "docs" / "en").as_posix())
        for name, *equation in _equations(path, mtime):
            found[name] = Equation(page.topic, *equation)
    return found


def equations(root: Path) -> dict[str, Equation]:
    """Every labelled equation of the site, by the name that it has as an oracle."""
    folder = root / "docs" / "en"  # the other language prints the same
    files = tuple((path, path.stat().st_mtime_ns) for path in sources(folder))
    return _by_oracle(root, files)
