"""Which blocks of a page run in a reader's browser, and why another does not.

Python is there with NumPy, tqdm, and the part of scikit-learn that `build.browser`
stands in for: its data sets, and how one splits them.
"""

import ast
import re
import sys
from pathlib import Path

from sitekit.page.blocks import Block

THERE = {"numpy", "tqdm"}
# What `build.browser.datasets` and `build.browser.splitting` have.
STANDS_IN = {
    "sklearn.datasets": {
        *("load_breast_cancer", "load_diabetes", "load_digits", "load_iris"),
        "load_wine",
    },
    "sklearn.model_selection": {"train_test_split"},
}
SLOW, FILES = "slow", "file"
FILE = re.compile(r"[\w-]+(?:/[\w.-]+)+")


def missing(found: list[Block], root: Path) -> list[str]:
    """Why each block of a page does not run in a browser; empty where it does.

    A package that it or one that it needs imports, "file" or "slow".
    """
    lacks = [absent(block) | read(block.code, root) for block in found]
    said = []
    for block in found:
        every = [*block.needs, block.number]
        packages = set[str]().union(*(lacks[number] for number in every))
        slow = any(found[number].slow for number in every)
        first = min(packages, key=lambda name: (name != "torch", name), default="")
        said.append(first or SLOW * slow)
    return said


def absent(block: Block) -> set[str]:
    """The packages that a block imports, in turn, and a browser has not."""
    packages = {name.partition(".")[0] for name in STANDS_IN}
    lacks = block.packages - sys.stdlib_module_names - THERE
    if lacks & packages and not _asked(block.code, packages) - _stood_in():
        lacks -= packages
    return set(lacks)


def read(code: str, root: Path) -> set[str]:
    """Whether code names a file of the project, which is not there."""
    texts = (n.value for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Constant))
    paths = {text for text in texts if isinstance(text, str) and FILE.fullmatch(text)}
    return {FILES} if any((root / path).is_file() for path in paths) else set()


def _stood_in() -> set[str]:
    return {f"{module}.{name}" for module, some in STANDS_IN.items() for name in some}


def _asked(code: str, packages: set[str]) -> set[str]:
    """The names that code takes from some packages, with where it takes them."""
    found = set[str]()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in found if name.partition(".")[0] in packages}
