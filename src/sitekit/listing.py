"""Listings: one quiet line above each that says where it lives and what proves it.

A listing is a fence that holds nothing but ``--8<-- "src/….py:section"``. Above it
goes a line with the source lines (linked to the site's own highlighted copy), the
test, and the oracles with the largest error of the last complete test run. Python
typed into a page, and a section marker that is missing, doubled or never closed,
fail the build.
"""

import ast
import html
import re
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from sitekit import ledger
from sitekit.files import rows
from sitekit.paths import SOURCE, Page, Remember, remember

FENCE = re.compile(r"^(?P<indent>\s*)(?P<fence>`{3,})[ {.]*(?P<lang>[\w+-]*)")
INCLUDE = re.compile(r'^\s*-+8<-+ "(?P<path>[^":]+)(?::(?P<section>[\w-]+))?"\s*$')
MARKER = re.compile(r"-+8<-+ \[(?P<edge>start|end):\s*(?P<name>[\w-]+)\]")
PYTHON = ("python", "python3", "py", "py3", "pycon", "ipython")  # Pygments' names
PRINTED = re.compile(re.escape(ledger.PRINTED).replace(r"\{\}", "(.+)"))
IMPORTED = re.compile(r"\w+(\.\w+)+(\(.*\))?")  # torch.optim.SGD(nesterov=True)
WORDS = {"by hand": "手算", "complex step": "复数步求导"}  # no terms of the pages
RECORD = "reference/verification.md"  # where the measurements of all units are
HAN = "[\u4e00-\u9fff]"
CODE = re.compile(r"(<pre\b[^>]*>(?:<span></span>)?<code)(?=>)")

TEXT = {
    "zh": {
        "against": "已与 {} 核对",
        "error": "最大误差 {}",
        "unmeasured": "本次构建未测量",
        "program": "每次测试都重新运行",
        "compared": "每次测试都重新运行并核对输出",
        "test": "测试",
        "with": "测量环境：{}",
        "sep": "、",
        "more": " 等 {} 种方法",
        "printed": "印出的公式 ({})",
        "record": "核对记录：{}",
    },
    "en": {
        "against": "checked against {}",
        "error": "largest error {}",
        "unmeasured": "not measured in this build",
        "program": "runs in every test run",
        "compared": "runs in every test run, output compared",
        "test": "test",
        "with": "Measured with {}",
        "sep": ", ",
        "more": " and {} more",
        "printed": "printed equation ({})",
        "record": "Verification: {}",
    },
}
HEAD = {
    "zh": ("参照", "测试", "最大误差", "容差", "次数", "类型"),
    "en": ("Oracle", "Test", "Largest error", "Tolerance", "Times", "Type"),
}


def section(root: Path, path: str, name: str | None) -> tuple[int, int]:
    """First and last line (from 1) of a marked section, or of the whole file.

    Raises:
        ValueError: no such file; marker missing, doubled, unclosed or out of order;
            nothing between the two.
    """
    file = root / path
    if not file.is_file():
        raise ValueError(f"there is no {path}")
    lines = file.read_text("utf-8").splitlines()
    found = [(n, m) for n, line in enumerate(lines, 1) if (m := MARKER.search(line))]
    for marker in {m["name"] for _, m in found}:
        edges = [m["edge"] for _, m in found if m["name"] == marker]
        if edges != ["start", "end"]:
            raise ValueError(
                f"{path}: section {marker!r} needs one start and then one end marker, "
                f"found {edges}"
            )
    if name is None:
        return 1, len(lines)
    at = [n for n, m in found if m["name"] == name]
    if not at:
        raise ValueError(f"{path} has no section {name!r}")
    if at[1] == at[0] + 1:
        raise ValueError(f"{path}: section {name!r} is empty")
    first, last = at[0] + 1, at[1] - 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return first, last


def fenced(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is part of a fence."""
    fence = ""
    for line in lines:
        if fence:
            yield line, True
            fence = "" if line.strip() == fence else fence
        else:
            match = FENCE.match(line)
            fence = match["fence"] if match else ""
            yield line, bool(match)


def number(error: float) -> str:
    """0 or two significant digits: enough to judge, short enough for one line."""
    return "0" if error == 0 else f"{error:.1e}".replace("e-0", "e-")


def source_link(page: Page, path: str, first: int = 0, last: int = 0) -> str:
    target = page.link(f"{SOURCE}/{path}.html") + (f"#L{first}" if first else "")
    span = f" {first}–{last}" if first else ""
    return f'<a href="{target}"><code>{html.escape(path)}</code>{span}</a>'


def defined(root: Path, path: str, first: int, last: int) -> set[str]:
    """Names of the functions and classes that a listing defines."""
    lines = (root / path).read_text("utf-8").splitlines()[first - 1 : last]
    tree = ast.parse(textwrap.dedent("\n".join(lines)))
    return {n.name for n in tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef)}


def oracle(page: Page, name: str, *, linked: bool = False) -> str:
    """An oracle as a reader would import it, in words, or the equation of a page."""
    printed = PRINTED.fullmatch(name)
    if not printed:
        if IMPORTED.fullmatch(name):
            return f"<code>{html.escape(name)}</code>"
        if page.lang == "en":
            return html.escape(name)
        said = WORDS | {row["en"]: row["zh"] for row in rows(page.root, "terms")}
        return said.get(name) or f'<span lang="en">{html.escape(name)}</span>'
    shown = TEXT[page.lang]["printed"].format(printed[1])
    equation = ledger.equations(page.root).get(name) if linked else None
    if not equation:
        return shown
    target = page.link(replace(page, path=f"{equation.topic}.md").url)
    return f'<a href="{target}/#{equation.label}">{shown}</a>'


def record(page: Page, unit: str) -> str:
    """The address of a unit's measurements."""
    return f"{page.link(replace(page, path=RECORD).url)}/#unit-{unit}"


def unit_name(page: Page, unit: str) -> str:
    """A unit's title in the page's language: the first, if it is one of several.

    Raises:
        PageError: there is no such unit.
    """
    for row in rows(page.root, "units"):
        if row["id"] == unit:
            return re.split("; |；", row[page.lang])[0]
    raise page.error(None, f"the ledger has measurements of {unit!r}, which is no unit")


def proof(page: Page, path: str, names: set[str]) -> str:
    """What the listing's code was verified against, as a fold-out."""
    text = TEXT[page.lang]
    test = ledger.test_of(page.root, path)
    if test is None:
        printed = (page.root / path).with_suffix(".out").is_file()
        return f"<span>{text['compared' if printed else 'program']}</span>"
    tests = ledger.tests_of(page.root / test, names)
    oracles = dict.fromkeys(name for spelled in tests.values() for name in spelled)
    if not oracles:
        return f"<span>{text['test']} {source_link(page, test)}</span>"
    named = text["sep"].join(oracle(page, o) for o in [*oracles][:2])
    if len(oracles) > 2:  # one quiet line: the table below has them all
        named += text["more"].format(len(oracles) - (page.lang == "en") * 2)
    # A blank beside code, but none between Chinese characters.
    shown = re.sub(f"(?<={HAN}) (?={HAN})", "", text["against"].format(named))
    found = ledger.group(
        entry
        for entry in ledger.measured(page.root, test)
        if entry.test.split("::")[1].split("[")[0] in tests
    )
    if not found:
        link = source_link(page, test)
        return f"<span>{shown} · {text['unmeasured']} · {link}</span>"
    entries = [g.entry for g in found]
    worst = number(max(e.error for e in entries))
    cells = "".join(
        f"<tr><td>{oracle(page, e.against, linked=True)}</td>"
        f"<td><code>{html.escape(e.test.split('::')[1])}</code></td>"
        f"<td>{number(e.error)}</td><td>{number(e.tol)}</td><td>{g.count}</td>"
        f"<td>{e.dtype}, {e.device}</td></tr>"
        for g, e in zip(found, entries, strict=True)
    )
    head = "".join(f"<th>{cell}</th>" for cell in HEAD[page.lang])
    versions = ledger.load(page.root)["versions"]
    measured = text["with"].format(", ".join(f"{k} {v}" for k, v in versions.items()))
    units = text["sep"].join(
        f'<a href="{record(page, unit)}">{html.escape(unit_name(page, unit))}</a>'
        for unit in dict.fromkeys(e.unit for e in entries)
    )
    return (
        f"<details><summary>{shown} · {text['error'].format(worst)}</summary>"
        f'<div class="proof" tabindex="0"><table><tr>{head}</tr>{cells}</table>'
        f"<p>{source_link(page, test)} · {text['record'].format(units)}"
        f"<br>{measured}</p></div></details>"
    )


class ListingPreprocessor(Preprocessor):
    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        out: list[str] = []
        fence = ""  # the closing fence that we wait for
        python = False
        for n, line in enumerate(lines):
            if fence:
                if line.strip() == fence:
                    fence = ""
                elif python and line.strip() and not INCLUDE.match(line):
                    raise self.page.page.error(
                        self.page.line_of(line),
                        "Python typed into a page; embed it from src/ or snippets/",
                    )
            elif match := FENCE.match(line):
                fence, python = match["fence"], match["lang"].lower() in PYTHON
                include = INCLUDE.match(lines[n + 1]) if n + 1 < len(lines) else None
                if python and include:
                    head = self.headline(include["path"], include["section"])
                    out += [match["indent"] + self.page.mark(head), ""]
            out.append(line)
        return out

    def headline(self, path: str, name: str | None) -> str:
        page = self.page.page
        try:
            first, last = section(page.root, path, name)
            names = defined(page.root, path, first, last)
        except ValueError as error:
            raise page.error(self.page.line_of(f'"{path}'), str(error)) from None
        where = source_link(page, path, first, last)
        return (
            '<div class="listing-line" data-search-exclude>'
            f"<span>{where}</span>{proof(page, path, names)}</div>"
        )


class FocusPostprocessor(Postprocessor):
    """A listing that scrolls sideways must be reachable by keyboard."""

    def run(self, text: str) -> str:
        return CODE.sub(r'\1 tabindex="0"', text)


class Listing(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/, src/ and snippets/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        page = remember(md, self.getConfig("root"))
        # Before pymdownx.snippets (32), which replaces the includes.
        md.preprocessors.register(ListingPreprocessor(md, page), "listing", 40)
        md.postprocessors.register(FocusPostprocessor(md), "listing-focus", -20)


def makeExtension(**config: Any) -> Listing:
    return Listing(**config)
