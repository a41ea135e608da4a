"""What an explorer begins with: ``explore()`` of a figure's program, as a script.

A program that says ``EXPLORER = "race"`` defines ``explore()``, which returns what can
be JSON. It stands beside the pictures as ``figures/<part>/<page>/x.js``, a script that
calls ``tools.explorerData``: read from a folder, a page can load scripts and no JSON.
Floats are written with the digits that tell them apart, so both languages mean the same
numbers. Written again only when the program, or what it imports, changed.
"""

import gzip
import hashlib
import json
import runpy
from pathlib import Path
from typing import Any

from sitekit.build.figures import drawing
from sitekit.page.files import write
from sitekit.page.paths import BUILD, FIGURES
from sitekit.page.pictures import explorer

MAKER = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
MAX_GZIP = 20_000  # bytes of one file over the wire


def programs(root: Path) -> list[Path]:
    """The programs whose figures come alive."""
    found = drawing.programs(root)
    return [path for path in found if explorer(path.read_text("utf-8"))]


def data(root: Path, path: Path) -> Path:
    """Where it is: ``build/figures/basics/page/x.js``."""
    return (
        root / BUILD / FIGURES / path.relative_to(root / "snippets").with_suffix(".js")
    )


def key(root: Path, path: Path) -> str:
    """The first line of a file, which changes when the rest might."""
    return f"// {MAKER} {drawing.key(root, path)}"


def stale(root: Path, path: Path) -> bool:
    file = data(root, path)
    if not file.is_file():
        return True
    return file.read_text("utf-8").partition("\n")[0] != key(root, path)


def make(root: Path, path: Path) -> None:
    """Ask a program what its explorer begins with, and write it down.

    Raises:
        ValueError: there is no ``explore``, too much comes of it, or what JSON has not.
    """
    function = runpy.run_path(str(path)).get("explore")
    if function is None:
        raise ValueError("says EXPLORER, but defines no explore()")
    name = path.relative_to(root / "snippets").with_suffix("").as_posix()
    text = script(name, function())
    weight = len(gzip.compress(text.encode()))
    if weight > MAX_GZIP:
        raise ValueError(
            f"{weight} bytes gzipped, over {MAX_GZIP}: explore() says less"
        )
    write(data(root, path), f"{key(root, path)}\n{text}")


def script(name: str, value: Any) -> str:
    """The call that hands over a value; arrays are lists, floats exact."""
    text = json.dumps(
        value,
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
        default=lambda array: array.tolist(),
    )
    return f'tools.explorerData("{name}", {text})\n'


def fault_of(root: Path, path: Path) -> str | None:
    """Make; say why if that fails."""
    return drawing.fault_in(make, root, path)


def write_all(root: Path) -> None:
    """Make what is stale.

    Raises:
        RuntimeError: names every program that failed and why.
    """
    todo = [path for path in programs(root) if stale(root, path)]
    if faults := drawing.faults_of(make, root, todo):
        faults = ["explorers that have nothing to begin with:", *sorted(faults)]
        raise RuntimeError("\n".join(faults))
