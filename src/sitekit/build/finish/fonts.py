"""The fonts of the formulas, each with the letters that the pages show in it: a fifth.

In which font a letter is shown is said by the classes around it, in KaTeX's
stylesheet. Hints, which fit letters to the pixels of coarse screens, are half of what
would be left and go too.
"""

import base64
import hashlib
import html
import io
import re
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

from fontTools.subset import Options, Subsetter, load_font

from sitekit.page.memo import latest, memo

STYLES = "**/assets/katex/katex.min.css"
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
SETS = re.compile(r"font-(family|style|weight):\"?([\w-]+)")
FILE = re.compile(r"url\(([^)]+)\)")
CLASS = re.compile(r"\.([\w-]+)")
FORMULA = '<span class="katex-html"'
TOKEN = re.compile(r'<(?P<end>/?)\w+(?:[^>]*? class="(?P<of>[^"]*)")?[^>]*>|[^<]+')

Look = tuple[str, str, str]  # family, style, weight
ROMAN = {"family": "KaTeX_Main", "style": "normal", "weight": "400"}


def rules(css: str) -> Iterator[tuple[list[str], dict[str, str]]]:
    """Classes, the last of them the element's own, and what of a font they set."""
    for selectors, body in RULE.findall(css):
        sets = dict(SETS.findall(body))
        for selector in selectors.split(","):
            if sets and (classes := CLASS.findall(selector)):
                yield classes, sets


def letters(page: str, css: str) -> dict[Look, set[str]]:
    """What the formulas of a page show in each font."""
    fonts = [*rules(css)]
    found: dict[Look, set[str]] = {}
    at = page.find(FORMULA)
    while at >= 0:
        parents = [({"katex"}, ROMAN)]
        for token in TOKEN.finditer(page, at):
            around, font = parents[-1]
            if token["end"]:
                parents.pop()
                if len(parents) == 1:
                    break
            elif token[0].startswith("<"):
                own = set((token["of"] or "").split())
                for classes, sets in fonts:
                    if classes[-1] in own and {*classes} <= around | own:
                        font = font | sets
                parents.append((around | own, font))
            else:
                look = font["family"], font["style"], font["weight"]
                found.setdefault(look, set()).update(html.unescape(token[0]))
        at = page.find(FORMULA, token.end())
    return found


def _listed(page: str, css: str) -> str:
    found = letters(page, css)
    return "\n".join(f"{' '.join(look)} {''.join(found[look])}" for look in found)


def files(css: str) -> dict[str, Look]:
    """The fonts of a stylesheet: the address of each file and the look it gives."""
    found = {}
    for selector, body in RULE.findall(css):
        if selector == "@font-face" and (file := FILE.search(body)):
            font = ROMAN | dict(SETS.findall(body))
            found[file[1]] = font["family"], font["style"], font["weight"]
    return found


def smaller(font: Path, text: str) -> bytes:
    """The font with the letters of ``text`` alone."""
    options = Options()
    options.flavor = "woff2"
    options.layout_features = ["*"]
    options.hinting = False
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
    pages = {page: page.read_text("utf-8") for page in sorted(site.rglob("*.html"))}
    for styles in sorted(site.glob(STYLES)):
        css = styles.read_text("utf-8")
        found: dict[Look, set[str]] = {}
        for page, shown in pages.items():
            name = f"letters {styles.relative_to(site)} {page.relative_to(site)}"
            lines = latest(root, partial(_listed, shown, css), name, shown, css)
            for line in lines.splitlines():
                family, style, weight, some = line.split(" ", 3)
                found.setdefault((family, style, weight), set()).update(some)
        for file, look in files(css).items():
            font, text = styles.parent / file, "".join(sorted(found.get(look, ())))
            given = hashlib.sha256(font.read_bytes()).hexdigest()
            kept = memo(
                root,
                partial(_encoded, font, text),
                *("smaller font", version("fonttools"), given, text),
            )
            font.write_bytes(base64.b64decode(kept))
