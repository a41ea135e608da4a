"""The built site as one file to take along, opened from a folder.

What to do with it is said by ``docs/archive.txt``, its README.
"""

import os
import tempfile
import zipfile
from pathlib import Path

from sitekit.page.paths import RUN
from sitekit.page.project import project

STAMP = (1980, 1, 1, 0, 0, 0)  # the same site is the same file, whenever it is packed
LEFT_OUT = (".map", ".gz")  # for debuggers, and for search engines
SERVED = f"{RUN}/"  # Python, which no browser starts from a folder
README = "docs/archive.txt"


def file_of(root: Path) -> Path:
    """Where the archive is."""
    return root / f"{project(root).archive}.zip"


def contents(root: Path, site: Path) -> dict[str, Path]:
    """Name in the archive and file of everything of the site, in order."""
    folder = project(root).archive
    files = {p.relative_to(site).as_posix(): p for p in sorted(site.rglob("*"))}
    return {
        f"{folder}/{name}": path
        for name, path in files.items()
        if path.is_file()
        and path.suffix not in LEFT_OUT
        and not name.startswith(SERVED)
    }


def pack(root: Path, site: Path) -> Path:
    """Write the archive atomically; return its file."""
    target, folder = file_of(root), project(root).archive
    # The mark of UTF-8 tells old Windows editors what they read.
    readme = (root / README).read_text("utf-8").encode("utf-8-sig")
    handle, name = tempfile.mkstemp(dir=root, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as archive:
            _add(archive, f"{folder}/README.txt", readme)
            for path, source in contents(root, site).items():
                _add(archive, path, source.read_bytes())
        Path(name).chmod(0o644)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return target


def _add(archive: zipfile.ZipFile, path: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(path, STAMP)
    entry.create_system = 3  # also on Windows
    entry.external_attr = 0o100644 << 16
    archive.writestr(entry, data, zipfile.ZIP_DEFLATED, compresslevel=9)
