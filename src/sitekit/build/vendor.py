"""Verifies what is vendored, and fetches anew what package registries have of it.

``make vendor``. The sums stand in the README beside the files; nothing is replaced but
by the very bytes that they name, so a new version begins with new sums there.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "vendor" / "pyodide"
PYODIDE, TQDM = "0.27.7", "4.70.1"
SUM = re.compile(r"^([0-9a-f]{64})  (\S+)$", re.M)
FROM_NPM = "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip"
MAP = b"\n//# sourceMappingURL"  # of pyodide.js; debuggers alone would want it


def renew(folder: Path = FOLDER) -> list[str]:
    """Fetch what is missing or another; return what is still wrong, a line each."""
    if wrong := faults(folder):
        with tempfile.TemporaryDirectory() as name:
            for path in fetched(Path(name)):
                if path.name in wrong:
                    shutil.copyfile(path, folder / path.name)
    return [f"{name}: {why}" for name, why in faults(folder).items()]


def faults(folder: Path = FOLDER) -> dict[str, str]:
    """The files that are not those of the README, and how they are not."""
    found = {}
    for digest, name in SUM.findall((folder / "README.md").read_text("utf-8")):
        path = folder / name
        if not path.is_file():
            found[name] = "is not there"
        elif (now := sha256(path)) != digest:
            found[name] = f"is another: {now}"
        if name in found and name.startswith("numpy-"):
            found[name] += "; no registry has it, Pyodide's release has"
    return found


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetched(folder: Path) -> list[Path]:
    """What npm and PyPI have, in a folder. A client that is missing is said."""
    paths = list[Path]()
    if npm := shutil.which("npm"):
        command = [npm, "pack", "--silent", f"pyodide@{PYODIDE}"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(folder / f"pyodide-{PYODIDE}.tgz") as archive:
            archive.extractall(folder, filter="data")
        paths += [folder / "package" / name for name in FROM_NPM]
        script = folder / "package" / "pyodide.js"
        script.write_bytes(script.read_bytes().partition(MAP)[0] + b"\n")
    else:
        print("npm is not installed: Pyodide is only verified", file=sys.stderr)
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    command += ["--disable-pip-version-check", f"tqdm=={TQDM}"]
    subprocess.run(command, cwd=folder, check=True)
    return [*paths, *folder.glob("tqdm-*.whl")]
