"""Scripts, styles and fonts once: the English pages have those of the Chinese ones.

Who changes the language has them already, and a copy to take along is smaller.
Material's scripts go: no page asks for them (``docs/theme/main.html``).
"""

import re
import shutil
from pathlib import Path

from sitekit.page.paths import LANGS

MATERIALS = "assets/javascripts"
# In an attribute or a script; from the server's root on the page for wrong addresses.
REFERENCE = re.compile(rf'(?<=")((?:\.\./)*|/(?:[^"/]+/)*{LANGS[1]}/)(?=assets/)')


def share(site: Path) -> None:
    """Drop the English copies, and lead to the others.

    Raises:
        RuntimeError: a file is not the same in both languages.
    """
    for home in (site, site / LANGS[1]):
        shutil.rmtree(home / MATERIALS, ignore_errors=True)
    ours, theirs = site / LANGS[1] / "assets", site / "assets"
    for file in sorted(ours.rglob("*"), reverse=True):  # folders after what is in them
        name = file.relative_to(ours).as_posix()
        if file.is_dir():
            file.rmdir()
        else:
            twin = theirs / name
            if not (twin.is_file() and twin.read_bytes() == file.read_bytes()):
                raise RuntimeError(f"assets/{name} is not the same in both languages")
            file.unlink()
    ours.rmdir()
    for page in ours.parent.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(REFERENCE.sub(r"\1../", text), "utf-8")
