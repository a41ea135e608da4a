"""The fonts of the formulas, each with the letters that the pages show in it: a fifth.

In which font a letter is shown is said by the classes around it, in KaTeX's
stylesheet. Hints, which fit letters to the pixels of coarse screens, are half of what
would be left and go too. Letters that few pages show wait in a file of their own.
"""

import base64
import hashlib
import html
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
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
FEW = 1 / 12  # of the pages that show a font
LEAST = 1000  # bytes, for which a second file is worth while
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


def _kept(root: Path, font: Path, make: Callable[..., str], *given: str) -> str:
    digest = hashlib.sha256(font.read_bytes()).hexdigest()
    what = make.__name__, version("fonttools"), digest
    return memo(root, partial(make, font, *given), *what, *given)


def _encoded(font: Path, text: str) -> str:
    return base64.b64encode(smaller(font, text)).decode()


def _made(root: Path, font: Path, letters: set[str]) -> bytes:
    return base64.b64decode(_kept(root, font, _encoded, "".join(sorted(letters))))


def _covered(font: Path) -> str:
    with load_font(font, Options()) as loaded:
        return "".join(map(chr, loaded.getBestCmap() or ()))  # none: no letters


def split(css: str, file: str, letters: set[str]) -> tuple[str, str]:
    """The stylesheet with a second file of this font for ``letters``; its address."""
    face = next(rule[0] for rule in RULE.finditer(css) if f"url({file})" in rule[0])
    second = file.replace(".", "-few.")
    codes = ",".join(f"U+{ord(letter):x}" for letter in sorted(letters))
    # Of two faces that have a letter, a browser takes the one that stands behind.
    other = face.replace(file, second).replace("}", f";unicode-range:{codes}}}")
    return css.replace(face, face + other), second


def write_all(root: Path, site: Path) -> None:
    pages = {page: page.read_text("utf-8") for page in sorted(site.rglob("*.html"))}
    for styles in sorted(site.glob(STYLES)):
        css = less = styles.read_text("utf-8")
        shown: dict[Look, Counter[str]] = {}  # pages by letter
        showing: Counter[Look] = Counter()  # pages by font
        for page, text in pages.items():
            name = f"letters {styles.relative_to(site)} {page.relative_to(site)}"
            lines = latest(root, partial(_listed, text, css), name, text, css)
            for line in lines.splitlines():
                family, style, weight, some = line.split(" ", 3)
                showing[family, style, weight] += 1
                shown.setdefault((family, style, weight), Counter()).update(some)
        for file, look in files(css).items():
            font, letters = styles.parent / file, shown.get(look, Counter())
            few = {x for x, count in letters.items() if count < FEW * showing[look]}
            few &= {*_kept(root, font, _covered)}
            if len(second := _made(root, font, few)) < LEAST:
                few = set()
            else:
                less, address = split(less, file, few)
                (styles.parent / address).write_bytes(second)
            font.write_bytes(_made(root, font, {*letters} - few))
        styles.write_text(less, "utf-8")
