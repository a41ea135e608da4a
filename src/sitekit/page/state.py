"""Whether anything changed that any page may be made of, the texts of others aside."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from sitekit.page.paths import BUILD
from sitekit.page.printed import equations

FILES = (
    *("src/*/**/*.*", "tests/**/*.py", "snippets/**/*.*", "docs/*.*"),
    *("mkdocs*.yml", "pyproject.toml", f"{BUILD}/ledger.json"),
)
GENERATED = {".pyc", ".egg-info"}
MAKERS = ("markdown", "mkdocs", "pygments", "pymdown-extensions")


def state(root: Path) -> str:
    """Differs if a page may look another way though its own text is the same.

    Its listings, their tests, what these measured, its programs, the project's tables,
    the equations of all pages, and what renders them are in it.
    """
    digest = hashlib.sha256(repr(equations(root)).encode())
    for pattern in FILES:
        for path in sorted(root.glob(pattern)):
            if path.is_file() and not GENERATED.intersection(path.suffixes):
                digest.update(f"{path.relative_to(root)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    for package in MAKERS:
        digest.update(version(package).encode())
    return digest.hexdigest()
