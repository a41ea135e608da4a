"""Python for a reader's browser: the folder ``run/``, once at the site's root.

Pyodide as it was vendored, the worker and its helper, and two archives: what the
listings that run there need of the project, and scikit-learn's data sets. Nothing of it
is fetched before a reader runs a listing.
"""

import hashlib
import io
import json
import shutil
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sitekit.build.browser import datasets
from sitekit.build.jupyter.first_cells import carried
from sitekit.page import browser
from sitekit.page.blocks import blocks
from sitekit.page.memo import latest
from sitekit.page.paths import RUN, is_notebook, pages, read
from sitekit.page.project import project
from sitekit.page.state import state
from sitekit.page.uses import Needs, needs

HERE = Path(__file__).parents[1] / "browser"
PYODIDE = Path(__file__).parents[2] / "vendor" / "pyodide"
LOCK, TOTAL = "pyodide-lock.json", "const total = 0"
LEFT_OUT = {"README.md", LOCK}
STAMP = (1980, 1, 1, 0, 0, 0)  # the same files are the same archive, whenever packed


def write_all(root: Path, site: Path) -> None:
    """Put ``run/`` into a built site."""
    folder = site / RUN
    shutil.rmtree(folder, ignore_errors=True)
    for path in sorted(PYODIDE.rglob("*")):
        if path.is_file() and path.name not in LEFT_OUT:
            target = folder / path.relative_to(PYODIDE)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    shutil.copyfile(HERE / "helper.py", folder / "helper.py")
    shutil.copyfile(HERE.parents[1] / "page" / "near.py", folder / "near.py")
    lock = json.loads((PYODIDE / LOCK).read_text("utf-8"))
    entries: dict[str, Any] = lock["packages"]
    (tqdm,) = folder.glob("tqdm-*.whl")
    entries["tqdm"] = entry(folder, "tqdm", tqdm.name, [])
    name = project(root).package
    archives = {name: (modules(root), name), "datasets": (sets(), "sklearn")}
    for package, (files, imported) in archives.items():
        data = packed(files)
        file = f"{package}-{hashlib.sha256(data).hexdigest()[:8]}.zip"
        (folder / file).write_bytes(data)
        entries[package] = entry(folder, package, file, ["numpy", "tqdm"], imported)
    (folder / LOCK).write_text(json.dumps(lock, separators=(",", ":")), "utf-8")
    fetched = [path for path in folder.iterdir() if path.suffix in SIZED]
    total = sum(path.stat().st_size for path in fetched)
    worker = (HERE / "worker.js").read_text("utf-8")
    worker = worker.replace(TOTAL, TOTAL.replace("0", str(total)))
    (folder / "worker.js").write_text(worker, "utf-8", newline="\n")


SIZED = {".wasm", ".whl", ".zip"}


def entry(
    folder: Path, name: str, file: str, depends: list[str], imported: str = ""
) -> dict[str, Any]:
    """A package as Pyodide's lock file describes it."""
    return {
        "name": name,
        "version": "0",
        "file_name": file,
        "install_dir": "site",
        "sha256": hashlib.sha256((folder / file).read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": [imported or name],
        "depends": depends,
        "unvendored_tests": False,
    }


def modules(root: Path) -> dict[str, bytes]:
    """The project's modules that a browser has, by their names below ``src/``."""
    texts = latest(root, lambda: json.dumps(_modules(root)), "browser", state(root))
    return {name: text.encode() for name, text in json.loads(texts).items()}


def _modules(root: Path) -> dict[str, str]:
    src, whole = root / "src", list[Path]()
    for package in project(root).browser:
        whole += sorted(src.joinpath(*package.split(".")).rglob("*.py"))
    names = [path.relative_to(src).with_suffix("").parts for path in whole]
    codes = [f"import {'.'.join(p)}" for p in names if p[-1] != "__init__"]
    every = Needs()
    for code in dict.fromkeys([*codes, *_runnable(root)]):
        one = needs(root, code)
        every.files |= one.files
        for init, handed in one.packages.items():
            every.packages.setdefault(init, set()).update(handed)
    texts = carried(root, every)
    for path in whole:
        texts[path.relative_to(src).as_posix()] = path.read_text("utf-8")
    return texts


def _runnable(root: Path) -> list[str]:
    """The code of all listings that run in a browser."""
    found = list[str]()
    for page in pages(root):
        file = root / page.source
        if not is_notebook(read(file)):
            every = blocks(file, root)
            lacks = browser.missing(every, root)
            found += [b.code for b in every if not lacks[b.number]]
    return found


def sets() -> dict[str, bytes]:
    """Scikit-learn's data sets, and what stands in for the rest of it."""
    spec = find_spec("sklearn")
    if spec is None or spec.origin is None:
        raise RuntimeError("scikit-learn is not installed, whose data sets are packed")
    data = Path(spec.origin).parent / "datasets" / "data"
    about = b'"""The data sets of scikit-learn; the rest of it is not here."""\n'
    files = {"sklearn/__init__.py": about}
    for module, stands_in in STANDS_IN.items():
        code = (HERE / f"{stands_in}.py").read_bytes()
        files[f"sklearn/{module}/__init__.py"] = code
    for name in sorted(datasets.FILES):
        files[f"sklearn/datasets/data/{name}"] = (data / name).read_bytes()
    licence = (PYODIDE / "licences" / "scikit-learn.txt").read_bytes()
    return files | {"sklearn/datasets/data/COPYING": licence}


STANDS_IN = {"datasets": "datasets", "model_selection": "splitting"}


def packed(files: dict[str, bytes]) -> bytes:
    """An archive of them."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(name, STAMP)
            info.create_system = 3  # also on Windows
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return data.getvalue()
