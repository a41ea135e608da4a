"""The fonts of the formulas, without the letters that no page has: a third is left."""

import base64
import hashlib
import html
import io
import re
from functools import partial
from importlib.metadata import version
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font

from sitekit.page.memo import latest, memo

FONTS = "**/assets/katex/fonts/*.woff2"
TAG = re.compile(r"<[^>]*>")


def letters(root: Path, site: Path) -> str:
    """Every character of every page, once, in order."""
    found: set[str] = set()
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        name = f"letters {page.relative_to(site)}"
        found.update(latest(root, partial(letters_of, text), name, text))
    return "".join(sorted(found))


def letters_of(page: str) -> str:
    return "".join(sorted(set(html.unescape(TAG.sub("", page)))))


def smaller(font: Path, text: str) -> bytes:
    """The font with the letters of ``text`` alone."""
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["*"]
    out = io.BytesIO()
    with load_font(font, options) as loaded:
        subsetter = Subsetter(options)
        subsetter.populate(text=text)
        subsetter.subset(loaded)
        loaded.save(out)
    return out.getvalue()


def _encoded(font: Path, text: str) -> str:
    return base64.b64encode(smaller(font, text)).decode()


def write_all(root: Path, site: Path) -> None:
    text = letters(root, site)
    for font in sorted(site.glob(FONTS)):
        given = hashlib.sha256(font.read_bytes()).hexdigest()
        kept = memo(
            root,
            partial(_encoded, font, text),
            *("font", version("fonttools"), given, text),
        )
        font.write_bytes(base64.b64decode(kept))
