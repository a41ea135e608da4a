"""What the project is called: ``[tool.sitekit]`` of ``pyproject.toml``.

Nothing else in here knows its name: another project's pages need another table.
"""

import tomllib
from dataclasses import MISSING, dataclass, fields
from functools import lru_cache
from pathlib import Path

FILE = "pyproject.toml"


@dataclass(frozen=True)
class Project:
    package: str  # below src/: what the pages teach
    archive: str  # the site to take along: its file, without .zip, and its one folder
    title: dict[str, str]  # of the site, by language
    licence: dict[str, str]  # of "text" and of "code"
    browser: list[str]  # packages that a reader's browser has whole, if they are there
    checks: str = ""  # the module that knows what readers can check, if there is one


def project(root: Path) -> Project:
    """The project whose root this is.

    Raises:
        ValueError: a key is missing, or is none.
    """
    path = root / FILE
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _read(path: Path, _mtime: int) -> Project:
    tools = tomllib.loads(path.read_text("utf-8")).get("tool", {})
    table, names = tools.get("sitekit", {}), [field.name for field in fields(Project)]
    for field in fields(Project):
        if field.name not in table and field.default is MISSING:
            raise ValueError(f"{FILE}: [tool.sitekit] lacks {field.name!r}")
    for name in table:
        if name not in names:
            raise ValueError(f"{FILE}: [tool.sitekit] has {name!r}, which is no key")
    return Project(**table)
