"""Pages that are notebooks for their readers' sake: mkdocs-jupyter runs and shows them.

They are pages of Markdown whose front matter names a kernel (``paths.is_notebook``).
"""

import hashlib
import os
from importlib.metadata import version
from pathlib import Path

from mkdocs.structure.files import File
from mkdocs_jupyter.config import settings
from mkdocs_jupyter.plugin import Plugin

from sitekit.build.jupyter.cells import split
from sitekit.page.files import write
from sitekit.page.paths import BUILD, LANGS, is_notebook, read, sources
from sitekit.page.uses import needs

TEMPLATES = Path(__file__).parent / "templates"
INCLUDES = Plugin.should_include  # reads every page as a notebook, twice a build
FOLDER = "notebooks"  # below BUILD: what mkdocs-jupyter keeps of its runs


def install() -> None:
    """Shows notebooks in our markup, and asks which pages are some, quickly."""
    settings.templates_dir = os.fspath(TEMPLATES)
    Plugin.should_include = _should_include


def _should_include(self: Plugin, file: File) -> bool:
    path = Path(file.abs_src_path or "")
    ours = path.suffix == ".md" and is_notebook(read(path))
    return ours and bool(INCLUDES(self, file))


def forget(root: Path) -> None:
    """Drop kept runs if what they import, or how they are shown, is another.

    mkdocs-jupyter looks only at the page itself.
    """
    digest = hashlib.sha256()
    for lang in LANGS:
        for path in sources(root / "docs" / lang):
            if is_notebook(text := read(path)):
                cells = split(text.split("\n"))
                code = "\n".join(cell.text for cell in cells if cell.is_code)
                for file in sorted(needs(root, code).files):
                    digest.update(file.read_bytes())
    for file in sorted(TEMPLATES.rglob("*.j2")):
        digest.update(file.read_bytes())
    for package in ("matplotlib", "numpy", "scikit-learn"):
        digest.update(version(package).encode())
    if write(root / BUILD / FOLDER / "key", digest.hexdigest()):
        for kept in (root / BUILD / FOLDER).glob("runs-*/*.json"):
            kept.unlink()
