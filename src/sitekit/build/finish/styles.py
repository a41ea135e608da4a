"""Material's and KaTeX's stylesheets, without what no page can use: half is left.

A selector stays when each class, id, tag and attribute that it requires is on some
page, or is a word of a script or of a stylesheet of ours. What stands in brackets, as
in ``:not(.x)``, requires nothing, but ``table:not([class])`` a table without a class
and ``input:nth-child(4)`` a fourth tab. And a variable stays when something reads it.
"""

import html
import json
import re
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

import tinycss2

from sitekit.page.memo import memo

STYLES = ("assets/stylesheets/*.css", "assets/katex/*.css")
OTHERS = ("**/assets/**/*.js", "**/assets/css/*.css")
TAG = re.compile(r"<[a-z][^>]*>", re.I)
WORD = re.compile(r"[\w-]+")
NAME = re.compile(r"(?<=<)[\w-]+|[\w-]+(?=[\s=>])")
PROSE = re.compile(r' (alt|title|content|aria-label|placeholder)="[^"]*"')
VALUE = re.compile(r"""=["']?([^"'>]*)""")
BARE, NTH = "{}:not([class])", "input:nth-child({})"
ASKED = re.compile(r"[\w-]+:not\(\[class\]\)|input:nth-child\(\d+\)")
TAB = re.compile(r"__tabbed_\d+_(\d+)")
READ = re.compile(r"var\((--[\w-]+)")
GROUPS = ("media", "supports", "layer", "container")
MAKERS = (Path(__file__).read_text("utf-8"), version("tinycss2"))


def words(site: Path) -> set[str]:
    """All that a selector can find on the pages, and all that scripts may put there."""
    tags: set[str] = set()
    for page in site.rglob("*.html"):
        found_tags = TAG.findall(page.read_text("utf-8"))
        tags.update(PROSE.sub(r' \1=""', tag) for tag in found_tags)
    found: set[str] = set()
    for tag in map(html.unescape, tags):
        values = VALUE.findall(tag)
        name, *others = NAME.findall(VALUE.sub(" ", tag))
        found.update([name, *others], values)
        if "class" not in others:
            found.add(BARE.format(name))
        found.update(*map(str.split, values))
        found.update(NTH.format(nth) for nth in TAB.findall(tag))
    for pattern in OTHERS:
        for path in site.glob(pattern):
            found.update(WORD.findall(path.read_text("utf-8")))
    return found


def _split(tokens: list[Any], mark: str) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == mark:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def required(selector: list[Any]) -> set[str]:
    """The classes, ids, tags and attributes without which nothing is selected."""
    found = set(ASKED.findall(tinycss2.serialize(selector)))
    before = ""
    for token in selector:
        if token.type == "[] block":
            name, *rest = (t.value for t in token.content if t.type != "whitespace")
            found.update([name, rest[1]] if rest[:1] == ["="] else [name])
        elif token.type == "hash" or (token.type == "ident" and before != ":"):
            found.add(token.value)
        before = token.value if token.type == "literal" else ""
    return found


def possible(rules: list[Any], known: set[str], read: set[str]) -> str:
    """The rules, and of them the variables that are ``read``, for what is ``known``."""
    out = []
    for rule in rules:
        if rule.type == "at-rule" and rule.at_keyword in GROUPS and rule.content:
            inner = tinycss2.parse_rule_list(rule.content, True, True)
            if body := possible(inner, known, read):
                condition = tinycss2.serialize(rule.prelude)
                out.append(f"@{rule.at_keyword}{condition}{{{body}}}")
        elif rule.type == "qualified-rule":
            parts = [p for p in _split(rule.prelude, ",") if required(p) <= known]
            lines = [
                line
                for line in map(tinycss2.serialize, _split(rule.content, ";"))
                if not line.startswith("--") or line.partition(":")[0].strip() in read
            ]
            if parts and any(lines):
                selectors = ",".join(map(tinycss2.serialize, parts))
                out.append(f"{selectors}{{{';'.join(lines)}}}")
        else:
            out.append(rule.serialize())
    return "".join(out)


def smaller(sheets: list[str], known: set[str]) -> list[str]:
    """The stylesheets of a page, without what they cannot use of each other."""
    parsed = [tinycss2.parse_stylesheet(sheet, True, True) for sheet in sheets]
    left = sheets
    while True:  # a variable may be read by none but one that goes
        read = known.union(*map(READ.findall, left))
        less = [possible(rules, known, read) for rules in parsed]
        if less == left:
            return left
        left = less


def _smaller(sheets: list[str], known: set[str]) -> str:
    return json.dumps(smaller(sheets, known))


def write_all(root: Path, site: Path) -> None:
    """Of the stylesheets that both languages share."""
    known = words(site)
    paths = [path for pattern in STYLES for path in sorted(site.glob(pattern))]
    sheets = [path.read_text("utf-8") for path in paths]
    text = " ".join(sheets)
    asked = known.intersection(WORD.findall(text) + ASKED.findall(text))
    kept = memo(
        root,
        partial(_smaller, sheets, asked),
        *("styles", MAKERS, sheets, sorted(asked)),
    )
    for path, text in zip(paths, json.loads(kept), strict=True):
        path.write_text(text, "utf-8")
