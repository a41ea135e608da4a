"""Scripts, styles and fonts once: the English pages have those of the Chinese ones.

Who changes the language has them already, and a copy to take along is smaller.
"""

import re
from pathlib import Path

from sitekit.page.paths import LANGS

# From where it lies the search finds the index of its language.
OWN = "javascripts/workers/", "js/search"
# In an attribute, a script or Material's settings; from the server's root on the page
# for wrong addresses.
REFERENCE = re.compile(
    rf'(?<=")((?:\.\./)*|/(?:[^"/]+/)*{LANGS[1]}/)(?=assets/(?!{"|".join(OWN)}))'
)


def share(site: Path) -> None:
    """Drop the English copies, and lead to the others.

    Raises:
        RuntimeError: a file is not the same in both languages.
    """
    ours, theirs = site / LANGS[1] / "assets", site / "assets"
    for file in sorted(ours.rglob("*"), reverse=True):  # folders after what is in them
        name = file.relative_to(ours).as_posix()
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif not name.startswith(OWN):
            twin = theirs / name
            if not (twin.is_file() and twin.read_bytes() == file.read_bytes()):
                raise RuntimeError(f"assets/{name} is not the same in both languages")
            file.unlink()
    for page in ours.parent.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(REFERENCE.sub(r"\1../", text), "utf-8")
