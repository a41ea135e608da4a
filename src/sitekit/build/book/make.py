"""Writes the books: for each language an EPUB and a PDF."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from sitekit.build.book import contents, epub, pdf
from sitekit.page.paths import LANGS
from sitekit.page.project import project

KINDS = {"epub": epub.make, "pdf": pdf.make}


def file_of(root: Path, lang: str, kind: str) -> Path:
    return root / f"{project(root).package}-{lang}.{kind}"


def write_all(
    root: Path, langs: Iterable[str] = LANGS, kinds: Iterable[str] = tuple(KINDS)
) -> list[Path]:
    """Make books of the built site; return their files, which are whole or not there.

    Raises:
        ValueError: the site is not built, or a link in it leads nowhere.
        RuntimeError: there is no Chromium for the PDF.
    """
    kinds = tuple(kinds)
    written = []
    for lang in langs:
        for kind in kinds:
            # Each changes the pages that it gets.
            data = KINDS[kind](contents.read(root, root / "site", lang))
            written.append(file_of(root, lang, kind))
            _write(written[-1], data)
    return written


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
