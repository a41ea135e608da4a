"""Numbers that a sentence does not type, and claims that it names.

``{{ coefficient lr=1.0 schedule=0.9 epoch=1 loss_high:.2f }}`` is one cell of the
record of the study ``coefficient``: keys pick the row, the last word is the column.
``{{ first-step "RMSprop + momentum" 1:.1e }}`` is a number of a printed text: the
first after these words at the beginning of a line. A format as Python's follows the
colon; without one the number stands as it was printed. The program is one of the
page, or ``part/page/program`` of another.

``[✓](claim:coefficient.small_rate)`` marks a sentence that rests on a claim of the
study (:mod:`page.claims`), and leads to it.
"""

import re
import shlex
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from sitekit.page.claims import Claim, load
from sitekit.page.markup import CLAIM, QUOTE, fenced
from sitekit.page.paths import SOURCE, Page
from sitekit.page.programs import kind
from sitekit.page.record import Record
from sitekit.render.remember import Remember, remember

BRACES = re.compile(r"\{\{ ")
NUMBER = re.compile(
    r"(?<![\w.])[-+]?\d+(?:,\d{3})*(?:\.\d*)?(?:e[-+]?\d+)?(?P<share>%?)"
)
POWER = re.compile(r"e([+-]?)0*(\d+)$")
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
TEXT = {
    "zh": "这句话由断言 {} 核对",
    "en": "This sentence is checked by the claim {}",
}


def program(page: Page, name: str) -> Path:
    """The program that a quotation or a claim names.

    Raises:
        ValueError: there is none.
    """
    stem = name if "/" in name else f"{page.topic}/{name}"
    path = page.root / "snippets" / f"{stem}.py"
    if not path.is_file():
        raise ValueError(f"there is no snippets/{stem}.py")
    return path


def quoted(page: Page, name: str, where: str) -> str:
    """The number that ``{{ name where }}`` stands for.

    Raises:
        ValueError: the output has no such number, or several.
    """
    path = program(page, name)
    words = shlex.split(where)
    last, _, form = words.pop().partition(":")
    text = path.with_suffix(".out").read_text("utf-8")
    if kind(path).name == "study":
        keys = dict(word.split("=", 1) for word in words)
        value = Record.parse(text).one(last, **keys)
        return shown(shaped(value, form) if form else f"{value:g}")
    found = printed(text, " ".join(words), int(last))
    return shown(formatted(found, form))


def printed(text: str, start: str, nth: int) -> str:
    """The nth number behind the words that begin one line of a text."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    rest = [line[len(start) :] for line in lines if line.startswith(start)]
    if len(rest) != 1:
        raise ValueError(f"{len(rest)} lines begin with {start!r}")
    numbers = [match[0] for match in NUMBER.finditer(rest[0])]
    if not 0 < nth <= len(numbers):
        raise ValueError(f"{len(numbers)} numbers follow {start!r}")
    return numbers[nth - 1]


def formatted(number: str, form: str) -> str:
    if not form:
        return number
    value = float(number.rstrip("%").replace(",", ""))
    if number.endswith("%"):
        value /= 100
    return shaped(value, form)


def shaped(value: float, form: str) -> str:
    """As Python formats it; a whole number where one is asked for."""
    return format(round(value) if form in (",", "d") else value, form)


def shown(number: str) -> str:
    """As it is set: a true minus, powers of ten raised."""
    raised = POWER.sub(
        lambda m: " × 10" + (m[1].strip("+") + m[2]).translate(RAISED), number
    )
    return raised.replace("-", "−")


def claim(page: Page, study: str, name: str) -> Claim:
    """The claim that a mark names.

    Raises:
        ValueError: there is none.
    """
    path = program(page, study)
    found = {each.name: each for each in load(path)}
    if name not in found:
        raise ValueError(f"{path.stem} claims no {name!r}, only {', '.join(found)}")
    return found[name]


def claimed(page: Page, text: str) -> list[Claim]:
    """The claims that a page names, in their order."""
    return [claim(page, m["study"], m["name"]) for m in CLAIM.finditer(text)]


def fill(page: Page, line: str) -> str:
    """A line with its numbers and its marks in place.

    Raises:
        ValueError: one of them stands for nothing.
    """

    def mark(match: re.Match[str]) -> str:
        found = claim(page, match["study"], match["name"])
        file = found.file.relative_to(page.root).as_posix()
        target = page.link(f"{SOURCE}/{file}.html") + f"#L{found.line}"
        said = TEXT[page.lang].format(found.label)
        return (
            f'<a class="claim" href="{target}" title="{said}" aria-label="{said}">✓</a>'
        )

    line = QUOTE.sub(lambda m: quoted(page, m["program"], m["where"]), line)
    if BRACES.search(line):
        raise ValueError("{{ needs a program and a place in what it printed, then }}")
    return CLAIM.sub(mark, line)


class QuotesPreprocessor(Preprocessor):
    def __init__(self, md: Markdown, page: Remember) -> None:
        super().__init__(md)
        self.page = page

    def run(self, lines: list[str]) -> list[str]:
        out = []
        for line, in_code in fenced(lines):
            if not in_code and ("{{" in line or "(claim:" in line):
                try:
                    line = fill(self.page.page, line)
                except (ValueError, OSError) as error:
                    at = self.page.line_of(line)
                    raise self.page.page.error(at, str(error)) from None
            out.append(line)
        return out


class Quotes(Extension):
    def __init__(self, **config: Any) -> None:
        self.config = {"root": [".", "folder that holds docs/ and snippets/"]}
        super().__init__(**config)

    def extendMarkdown(self, md: Markdown) -> None:
        page = remember(md, self.getConfig("root"))
        # Before all that reads sentences or captions.
        md.preprocessors.register(QuotesPreprocessor(md, page), "quotes", 900)


def makeExtension(**config: Any) -> Quotes:
    return Quotes(**config)
