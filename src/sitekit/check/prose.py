"""What readers read as prose: pages, columns of the tables, labels of the figures.

Code and formulas become a letter, markup goes, and every text knows where it stands,
so that rules of wording and typography can be asked of all of them alike.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitekit.page.files import rows
from sitekit.page.markup import DISPLAY, HAN, INLINE, unfenced
from sitekit.page.paths import LANGS, read, sources

LETTER = "x"  # in the place of a formula or of code
COLUMNS = {  # of docs/*.csv that are shown in a language
    "errata": ("said_{}", "right_{}"),
    "pages": ("{}",),
    "terms": ("{}",),
    "units": ("{}",),
}
MARKUP = {
    r"\{\{ .*? \}\}": LETTER,  # a quoted number; first, as it may stand in a caption
    r" ?\[✓\]\(claim:[^)]*\)": "",
    r"`+[^`\n]+`+": LETTER,
    r"<!--.*?-->|</?[a-z][^>]*>": "",
    r" *\{:? ?[#.][^{}\n]*\}": "",  # attributes
    r"^ *(?:[!?]{3}\+? [\w-]+|===[!+]?) *\"(.*)\"$": r"\1",
    r"!\[([^]]*)\]\([^)\s]*(?: +\"([^\"]*)\")?\)": r"\1|\2",
    r"\[\^[\w-]+\]:?": "",
    r"\[([^]]*)\]\([^)]*\)": r"\1",
    r"^ *(?:#{1,6} |[-*+] |\d+\. |> )": "",
    r"(?<=[。！？：])\*\* ": "",  # the blank that ends emphasis after such a mark
    r"\*+|(?<!\w)_+|_+(?!\w)": "",
    r"https?://[^\s）)]+(?: (?=[，。；]))?": LETTER,  # a blank ends an address
}


@dataclass(frozen=True)
class Text:
    """A line, a cell or a label in one language."""

    where: str
    lang: str
    text: str


def plain(text: str) -> str:
    """Markdown as its reader sees it, line for line; cells and captions by ``|``."""
    text = unfenced(text)
    for formula in (DISPLAY, INLINE):
        text = formula.sub(lambda match: LETTER + "\n" * match[0].count("\n"), text)
    for pattern, shown in MARKUP.items():
        text = re.sub(pattern, shown, text, flags=re.M)
    return text


def pages(root: Path) -> Iterator[Text]:
    """Every line of every page, and what the front matter says of it."""
    for lang in LANGS:
        for path in sources(root / "docs" / lang):
            where = path.relative_to(root).as_posix()
            for n, line in enumerate(plain(read(path)).split("\n"), 1):
                for part in re.split(r" *\| *", re.sub(r"^description: ", "", line)):
                    yield Text(f"{where}:{n}", lang, part.strip())


def tables(root: Path) -> Iterator[Text]:
    """The columns of ``docs/*.csv`` that a reader meets."""
    for name, columns in COLUMNS.items():
        for row in rows(root, name) if (root / f"docs/{name}.csv").is_file() else ():
            ident = row.get("id") or row.get("path")
            for lang in LANGS:
                for column in (column.format(lang) for column in columns):
                    where = f"docs/{name}.csv: {ident}, {column}"
                    yield Text(where, lang, plain(row[column]))


def _string(node: ast.expr) -> str:
    """What a string or an f-string says; a letter for what is filled in."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    said = (p.value if isinstance(p, ast.Constant) else LETTER for p in parts)
    return re.sub(r"\{[^{}]*\}", LETTER, "".join(map(str, said)))


def labels(root: Path) -> Iterator[Text]:
    """Strings of the programs and of the site's own machinery.

    A string with a Chinese character is Chinese; English are those of the dictionary
    that has a key ``"en"``, since most strings of a program are no prose.
    """
    for path in sorted(
        p for f in ("snippets", "src/sitekit") for p in root.glob(f"{f}/**/*.py")
    ):
        tree = ast.parse(path.read_text("utf-8"))
        where = path.relative_to(root).as_posix()
        inside = {
            id(p)
            for n in ast.walk(tree)
            if isinstance(n, ast.JoinedStr)
            for p in n.values
        }
        english = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.Dict)
            for key, value in zip(node.keys, node.values, strict=True)
            if isinstance(key, ast.Constant) and key.value == "en"
            for part in ast.walk(value)
        }
        for node in ast.walk(tree):
            if id(node) in inside or not isinstance(node, ast.Constant | ast.JoinedStr):
                continue
            text = _string(node)
            lang = "zh" if HAN.search(text) else "en" if id(node) in english else ""
            if lang:
                for line in plain(text).split("\n"):
                    yield Text(f"{where}:{node.lineno}", lang, line.strip())


def texts(root: Path) -> list[Text]:
    """All there is to read in both languages, but for the built pages' frame."""
    return [t for part in (pages, tables, labels) for t in part(root) if t.text]
