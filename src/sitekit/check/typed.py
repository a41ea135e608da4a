"""Numbers that a page types, though no setting and no formula has them.

What a program measured is quoted (:mod:`render.quotes`), so that it cannot be another
than was printed. A typed number is fine where it stands in the code of the page or in
one of its formulas: it is a setting, or can be checked by hand. So is a year, a number
with its source, the notes or the lecture in its sentence, and all of the exercises,
whose texts are theirs. Whole numbers below ten are words, unless they count (7 of 100
runs).
"""

import ast
import re
from collections.abc import Iterator

from sitekit.check.listings import blocks
from sitekit.page.markup import DISPLAY, INLINE, fenced
from sitekit.page.paths import Page, body_of, is_notebook, read

NUMBER = re.compile(r"(?<![\w.§^_{-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w^_])(?: ?\\?%)?")
ALONE = re.compile(r"[-−+]?[\d,.]+(?:\s*\\?%)?")  # a formula that is just a number
HIDDEN = re.compile(  # what no reader reads as a number of a sentence
    r"`[^`\n]+`|\{\{ .*? \}\}|<!--.*?-->|(?<=\])\([^)\s\"]*"
    r"|\[\^[\w-]+\]|\{[^}]*#[^}]*\}"
)
HEADING = re.compile(r"^(#+) .*?\{[^}]*#(?P<id>[\w-]+)")
LEFT_OUT = ("exercises", "in-the-notes", "sources")  # sections, by their ids
NOTES, LECTURE, NTH, THINGS, AMONG = (
    "笔记",
    "课程|课上|李宏毅",
    "第",
    "次个组条张",
    "里中",
)
SOURCED = re.compile(
    r"\]\(@|\[@|\]\(https?:|\b[Nn]otes? [A-E]\b|\b[Ll]ecture\b"
    rf"|{NOTES} ?[A-E]|{LECTURE}"
)
SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z“\"$])|(?<=[。！？；])")
WORD = r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+"
MANY = r"ten|twelve|twenty|thirty|forty|fifty|(?:a |one )?hundred|\d{2,}"
COUNT = re.compile(  # 7 of 100 runs, in either language
    rf"\b(?:{WORD}) of (?:the |all )?(?:{MANY})\b"
    rf"|\d{{2,}} ?[{THINGS}]\w{{0,6}}[{AMONG}]\w{{0,6}}? ?\d+",
    re.I,
)
VERSION = re.compile(
    r"(?:Python|torch|PyTorch|NumPy|CUDA|Debian|§|[Ss]ection|[Cc]hapter|[Ee]quation|"
    rf"[Tt]able|[Ff]igure|[Pp]roposition|[Aa]lgorithm|[Tt]heorem|{NTH}) ?\d+(?:\.\d+)*"
)


def value(number: str) -> float:
    """``1,000`` is 1000, and 5 % is 0.05."""
    bare = number.replace(",", "").replace("\\", "").replace(" ", "").strip("−+-")
    return float(bare.rstrip("%")) / (100 if bare.endswith("%") else 1)


def literals(page: Page) -> set[float]:
    """Every number in the text of the page's programs; a notebook is its own."""
    folder, source = page.root / "snippets" / page.topic, page.root / page.source
    codes = [path.read_text("utf-8") for path in folder.glob("*.py")]
    if is_notebook(read(source)):
        codes += [block.code for block in blocks(source, page.root)]
    found: set[float] = set()
    for code in codes:
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Constant):
                if isinstance(node.value, int | float):
                    found.add(abs(float(node.value)))
                elif isinstance(node.value, str):  # labels, names of columns
                    found |= {value(m[0]) for m in NUMBER.finditer(node.value)}
    return found


def formulas(text: str) -> set[float]:
    """Every number in a formula that is more than a number."""
    tex = DISPLAY.findall(text)
    tex += [t for t in INLINE.findall(DISPLAY.sub("", text)) if not ALONE.fullmatch(t)]
    return {value(n) for t in tex for n in re.findall(r"\d+(?:\.\d+)?", t)}


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Line and text of each sentence that a program might have a say in."""
    out, body = (
        "",
        list(fenced(DISPLAY.sub(lambda m: "\n" * m[0].count("\n"), text).split("\n"))),
    )
    for n, (line, in_code) in enumerate(body, 1):
        if heading := HEADING.match(line):
            out = heading["id"] if heading["id"] in LEFT_OUT else ""
        elif not (out or in_code or line.startswith("#")):
            yield from ((n, sentence) for sentence in SENTENCE.split(line) if sentence)


def typed(page: Page) -> list[tuple[int, str, str]]:
    """Line, number and sentence of each number that is bound to nothing."""
    text, offset = body_of(read(page.root / page.source))
    known, found = literals(page) | formulas(text), []
    for n, sentence in sentences(text):
        if SOURCED.search(sentence):
            continue
        plain = VERSION.sub(" ", HIDDEN.sub(" ", sentence))
        plain = INLINE.sub(lambda m: m[1] if ALONE.fullmatch(m[1]) else " ", plain)
        for match in COUNT.finditer(plain):
            found.append((n + offset, match[0], sentence.strip()))
        for match in NUMBER.finditer(plain):
            number = value(match[0])
            year = re.fullmatch(r"1[6-9]\d\d|20[0-4]\d", match[0])
            small = number < 10 and number == int(number) and "." not in match[0]
            if not (year or (small and "%" not in match[0]) or number in known):
                found.append((n + offset, match[0], sentence.strip()))
    return found
