"""Chinese and English pages are mirrors, and what no tool can see is not written."""

import ast
import csv
import re
from collections import Counter
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import get_yaml_loader

from sitekit.page import paths
from sitekit.page.markup import unfenced
from sitekit.page.paths import body_of, is_notebook, sources

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LANGS = ("zh", "en")
FILES = {
    lang: sorted(p.relative_to(DOCS / lang).as_posix() for p in sources(DOCS / lang))
    for lang in LANGS
}
ALL = [f"{lang}/{page}" for lang in LANGS for page in FILES[lang]]


def read(page: str) -> str:
    return paths.read(DOCS / page)


# -- mirrors ----------------------------------------------------------------------

TOKEN = re.compile(
    r"""
    ^[ ]*(?P<ticks>`{3,})(?P<fence>.*?)^[ ]*(?P=ticks)[ ]*$
    | `[^`\n]+`
    | \$\$(?P<formula>.+?)\$\$
    | \$(?P<inline>(?:\\.|[^\\$])+?)\$
    | ^(?P<heading>\#{1,6}[ ][^\n]*)
    | ^[ ]*(?P<block>[!?]{3}\+?[ ][\w-]+|===[!+]?(?=[ ]"))
    | ^[ ]*(?P<item>\d+\.|[-*+])[ ]
    | ^\*\*(?P<exercise>\d+)\.\*\*
    | ^[ ]*(?P<row>\|)
    | (?P<comment><!--.*?-->)
    | <(?P<html>(?!br\b)[a-z][a-z0-9]*)(?=[\s/>])
    | !\[[^\]]*\]\((?P<figure>[^)\s]+)
    | \{\{[ ](?P<number>.*?)[ ]\}\}
    | \]\((?P<claim>claim:[^)\s]+)
    | \]\((?!\w+:)(?P<link>[^)\s]+)
    | \[\^(?P<note>[\w-]+)\]
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
LOOSE = {
    "inline",
    "number",
    "claim",
    "link",
    "note",
}  # a language may say these in another order
SAID = re.compile(r'(?<=alt=|ion=)"[^"]*"')  # of the figure that a cell draws
WORDS = re.compile(r"\\text\w*\{[^}]*\}")
IDENT = re.compile(r"\{[^}]*#([\w-]+)[^}]*\}\s*$")


def tokens(text: str) -> list[tuple[str, str, int]]:
    """What both languages must share: kind, content, line."""
    found = []
    for match in TOKEN.finditer(text):
        if kind := match.lastgroup:
            what = " ".join(match[kind].split())
            if kind == "heading":
                ident = IDENT.search(what)
                level = what.index(" ")
                what = f"level {level}, id {ident[1] if ident else None}"
            elif kind == "fence":
                what = SAID.sub('""', what)
            elif kind in ("formula", "inline"):
                what = WORDS.sub(r"\\text{}", what)
            found.append((kind, what, text.count("\n", 0, match.start(kind)) + 1))
    return found


def differences(zh: str, en: str) -> list[str]:
    """How two pages differ: the first place in their order, and all loose ends."""
    ordered, loose = (
        [
            [token for token in tokens(text) if (token[0] in LOOSE) == which]
            for text in (zh, en)
        ]
        for which in (False, True)
    )
    end = ("end", "", 0)
    faults = [
        f"zh:{a[2]} has {a[0]} {a[1]!r}, en:{b[2]} has {b[0]} {b[1]!r}"
        for a, b in zip_longest(*ordered, fillvalue=end)
        if a[:2] != b[:2]
    ][:1]
    a, b = (Counter(token[:2] for token in side) for side in loose)
    for only, lang in ((a - b, "zh"), (b - a, "en")):
        faults += [f"only in {lang}: {kind} {what!r}" for kind, what in only]
    return faults


PAGE = """# Title

A line $y = wx$, see [there](../b.md#c) and [web](https://x.org). `$code$` <br>

## One { #one }

```python
--8<-- "src/a.py:a"
```

<!--pytest-codeblocks:expected-output-->

```text
--8<-- "snippets/a.out"
```

$$
y = x \\text{ if } x \\tag{1.1}
$$

![Alt](figure:fig "Caption $c$.")

=== "Tab"

    - item

!!! note "Title"
    <div>

| a |
|---|
| $r$ |

1. first

**1.** Ask.

??? success "Answer"
    Said.[^n]
"""
# what stands in the page, what stands in the other language, what is said of it
CHANGES = [
    ("{ #one }", "", "zh:5 has heading 'level 2, id None', en:5 has"),
    ("## One", "### One", "zh:5 has heading 'level 3, id one'"),
    ("y = x ", "y = z ", "zh:17 has formula 'y = z \\\\text{} x"),
    ("$y = wx$", "$y = wx + b$", "only in zh: inline 'y = wx + b'"),
    ("$y = wx$", "", "only in en: inline 'y = wx'"),
    ("$c$", "c", "only in en: inline 'c'"),
    ("$r$", "$q$", "only in zh: inline 'q'"),
    ("## One", "```python\nx\n```\n\n## One", "zh:5 has fence 'python x'"),
    ("src/a.py:a", "src/a.py:b", "zh:7 has fence 'python --8<-- \"src/a.py:b\"'"),
    ("figure:fig", "figure:other", "zh:21 has figure 'figure:other'"),
    ("../b.md#c", "../b.md#d", "only in zh: link '../b.md#d'"),
    ("!!! note", "!!! warning", "zh:27 has block '!!! warning'"),
    ('=== "Tab"', '=== "Tab"\n\n=== "Tab"', "zh:25 has block '==='"),
    ("???", "???+", "zh:38 has block '???+ success'"),
    ("**1.** Ask.", "Ask.", "zh:38 has block '??? success', en:36 has exercise '1'"),
    ("- item", "- item\n    - more", "zh:26 has item '-'"),
    ("| $r$ |", "| $r$ |\n| s |", "zh:33 has row '|'"),
    ("<!--pytest-codeblocks:expected-output-->\n", "", "zh:12 has fence 'text"),
    ("<div>", "<p>", "zh:28 has html 'p'"),
    ("[^n]", "[^m]", "only in zh: note 'm'"),
    ("Said.[^n]", "```\nx\n```", "zh:39 has fence 'x', en:0 has end"),
]


def test_both_languages_have_the_same_pages():
    assert FILES["zh"] == FILES["en"]


@pytest.mark.parametrize("page", FILES["en"])
def test_pages_are_mirrors(page):
    assert differences(read(f"zh/{page}"), read(f"en/{page}")) == []


def test_words_may_differ():
    words = {
        "# Title": "# 标题",
        "Ask": "问",
        "Alt": "替代",
        "Caption": "说明",
        "if": "若",
    }
    zh = PAGE.replace("x.org", "x.cn").replace("<br>", "").replace("$code$", "$代码$")
    for en, other in words.items():
        zh = zh.replace(en, other)
    assert differences(zh, PAGE) == []


@pytest.mark.parametrize(("old", "new", "said"), CHANGES)
def test_a_page_that_is_no_mirror_is_caught(old, new, said):
    assert old in PAGE
    found = differences(PAGE.replace(old, new, 1), PAGE)
    assert any(fault.startswith(said) for fault in found), found


def test_cells_that_draw_differ_in_words_alone():
    cell = '```python alt="{}" caption="{}"\nx = {}\n```\n'
    assert differences(cell.format("一", "二", 1), cell.format("a", "b", 1)) == []
    assert differences(cell.format("一", "二", 1), cell.format("a", "b", 2))


# -- house rules ------------------------------------------------------------------

COMMENTS = (
    r"pytest-codeblocks:expected-output-->|pytest.mark.slow-->| table: [\w-]+ -->"
    r"| check: \w+ -->"
)
HEADING = r"^#{2,3} (?!.*\{ #[\w-]+ \}$)"
NEVER = {
    r"^\s*~~~": "a tilde fence: the listing tests do not see it",
    r"^\s*-+8<-+\s*$": 'the block form of --8<--: write one --8<-- "path:section"',
    r"^#+ .*\$": "a formula in a heading: it stays TeX in the table of contents",
    HEADING: "a heading without { #id }",
    rf"<!--(?!{COMMENTS})": "a comment: nothing hidden in a page",
    r"^\s*`{3,}[ {.]*(?!python\b)(?i:i?py|pycon)": "Python under another name",
}
OUTPUT = re.compile(r'text --8<-- "[^"]+\.out"')


def faults(text: str, number: int | None = None) -> list[str]:
    """Everything in a page that breaks a house rule; ``number`` is its chapter's."""
    _, meta = get_data(text)
    found = [] if meta.get("description") else ["1: no description in the front matter"]
    prose = unfenced(text)
    never = {**NEVER}
    if is_notebook(text):  # Jupyter knows no ids
        del never[HEADING]
    for pattern, what in never.items():
        where = text if "`" in pattern else prose
        for match in re.finditer(pattern, where, re.M):
            line = where.count("\n", 0, match.end()) + 1
            found.append(f"{line}: {what}")
    if (ones := len(re.findall(r"^# ", prose, re.M))) != 1:
        found.append(f"{ones} headings of level 1")
    tags = re.findall(r"\\tag\*?\{([^}]*)\}", prose)
    right = [f"{number}.{n}" for n in range(1, len(tags) + 1)] if number else []
    if tags != right:
        found.append(f"equation tags {tags}, not {right}")
    found += [f"{file}: shown twice" for file in repeated(text)]
    return found + unbound_outputs(text)


def repeated(text: str) -> list[str]:
    """Listings that stand on a page more than once."""
    count = Counter(re.findall(r'^\s*--8<-- "([^"]+\.py[^"]*)"', text, re.M))
    return [file for file, times in count.items() if times > 1]


def unbound_outputs(text: str) -> list[str]:
    """Outputs that follow a listing, but that the listing tests do not compare."""
    found, listing, comment = [], False, ""
    for kind, what, line in tokens(text):
        if kind == "fence":
            if OUTPUT.fullmatch(what) and listing and not comment:
                found.append(f"{line}: an output that no test compares")
            listing = what.startswith("python")
        elif kind in ("figure", "heading"):  # what follows belongs to that
            listing = False
        comment = what if kind == "comment" and "expected-output" in what else ""
    return found


def rows(name: str) -> list[dict[str, str]]:
    with (DOCS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CHAPTERS = {f"{row['path']}.md": row for row in rows("pages") if "/" in row["path"]}
NUMBER = {page: int(row["number"] or 0) for page, row in CHAPTERS.items()}
TITLE = {
    f"{lang}/{page}": row[lang] for page, row in CHAPTERS.items() for lang in LANGS
}
GOOD = f"---\ndescription: x\n---\n\n{PAGE}"
BROKEN = [
    ("description: x", "title: x", "1: no description in the front matter"),
    ("Said.", "~~~", "43: a tilde fence"),
    ("Said.", '--8<--\n"a.py"\n--8<--', "43: the block form"),
    ("## One", "## One $x$", "9: a formula in a heading"),
    ("{ #one }", "", "9: a heading without { #id }"),
    ("{ #one }", "{ .one }", "9: a heading without { #id }"),
    ("expected-output", "skip", "15: a comment"),
    ("Said.", "<!--\n```python\nx\n```\n-->", "43: a comment"),
    ("```python", "```py", "11: Python under another name"),
    ("# Title", "Title", "0 headings of level 1"),
    ("Said.", "\n# More", "2 headings of level 1"),
    ("{1.1}", "{1.2}", "equation tags ['1.2'], not ['1.1']"),
    ("{1.1}", "{2.1}", "equation tags ['2.1'], not ['1.1']"),
    ("<!--pytest-codeblocks:expected-output-->\n", "", "16: an output that no test"),
    ("Said.", 2 * '--8<-- "a.py:b"\n', "a.py:b: shown twice"),
    ("```text\n", "Prose.\n\n- a\n\n```text\n", "21: an output that no test"),
]


@pytest.mark.parametrize("page", ALL)
def test_house_rules(page):
    number = NUMBER.get(page.split("/", 1)[1])  # of its equations
    assert [f"docs/{page}:{fault}" for fault in faults(read(page), number)] == []


APART = ("digits-first-look", "mnist-runner")  # pages that are no chapters


def test_chapters_are_counted():
    numbers = [number for number in NUMBER.values() if number]
    assert numbers == [*range(1, len(numbers) + 1)]
    assert NUMBER["basics/linear-regression.md"] == 2
    apart = {page for page, number in NUMBER.items() if not number}
    assert apart == {f"classification/{page}.md" for page in APART}
    assert not any(row["number"] for row in rows("pages") if "/" not in row["path"])


def test_a_good_page_breaks_no_rule():
    assert faults(GOOD, 1) == []
    table = (
        GOOD
        + "\n<!-- table: errata -->\n\n<!-- check: x -->\n\n```text\n# $ <!-- 1\n```\n"
    )
    assert faults(table, 1) == []


@pytest.mark.parametrize(("old", "new", "said"), BROKEN)
def test_a_broken_rule_is_caught(old, new, said):
    assert old in GOOD
    found = faults(GOOD.replace(old, new, 1), 1)
    assert any(fault.startswith(said) for fault in found), found


@pytest.mark.parametrize("page", [page for page in ALL if page in TITLE])
def test_title_is_that_of_the_table(page):
    assert re.findall(r"^# (.+)", read(page), re.M)[:1] == [TITLE[page]]


def test_no_two_pages_are_the_same_text():
    """The extensions know a page by its text."""
    texts = Counter(body_of(read(page))[0].strip() for page in ALL)
    assert [text for text, count in texts.items() if count > 1] == []


# -- equations and their tests ----------------------------------------------------


def labels(text: str) -> list[str]:
    return re.findall(r"\\label\{([^}]+)\}", text)


def marks(text: str) -> list[str]:
    """The equations that a test file binds itself to, wherever the mark stands."""
    return [
        argument.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "equation"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    ]


def test_marks_are_found():
    text = (
        'pytestmark = mark.equation("eq:a")\n'
        '@pytest.mark.equation("eq:b", "eq:c")\ndef test(): """equation("eq:d")"""\n'
    )
    assert marks(text) == ["eq:a", "eq:b", "eq:c"]


def test_every_labelled_equation_has_a_test_and_every_mark_an_equation():
    tests = (ROOT / "tests").rglob("*.py")
    bound = {mark for path in tests for mark in marks(path.read_text("utf-8"))}
    named = [label for page in FILES["en"] for label in labels(read(f"en/{page}"))]
    assert [label for label, count in Counter(named).items() if count > 1] == []
    assert [label for label in named if label not in bound] == [], "no test"
    assert sorted(bound - set(named)) == [], "no such equation"


# -- configurations ---------------------------------------------------------------

# All that mkdocs.yml and mkdocs.en.yml may say differently.
LANGUAGE = re.compile(
    r"copyright|site_(name|description|url|dir)|docs_dir|nav\..*|theme\.language|"
    r"theme\.palette\.\d\.toggle\.name|plugins\.search\.lang|"
    r"plugins\.mkdocs-jupyter\.cache_dir"
)


def load(name: str):
    return yaml.load((ROOT / name).read_text("utf-8"), get_yaml_loader())


def flat(value, *path) -> dict[str, object]:
    """``{"a": {"b": [1]}}`` -> ``{"a.b.0": 1}``"""
    if isinstance(value, list):
        value = dict(enumerate(value))
    if not isinstance(value, dict):
        return {".".join(map(str, path)): value}
    children = [flat(child, *path, key) for key, child in value.items()]
    return {name: leaf for child in children for name, leaf in child.items()}


def nav(config) -> list[tuple[str, str]]:
    """Every page of a navigation, with the title of its part."""
    found = []
    for [(title, pages)] in (entry.items() for entry in config["nav"]):
        alone = isinstance(pages, str)  # a page of no part has a title of its own
        found += [("", pages)] if alone else [(title, page) for page in pages]
    return found


CONFIG = {"zh": load("mkdocs.yml"), "en": load("mkdocs.en.yml")}


@pytest.mark.parametrize("lang", LANGS)
def test_navigation_is_the_table_of_pages(lang):
    """In its order, under its titles, and with no page left out."""
    part = {row["path"]: row[lang] for row in rows("pages") if "/" not in row["path"]}
    part |= {"": "", "reference": {"zh": "参考", "en": "Reference"}[lang]}
    order = ["index.md", *NUMBER]
    chapters = sorted((page for page in FILES[lang] if page in order), key=order.index)
    found = nav(CONFIG[lang])
    reference = [page for _, page in found if page.startswith("reference/")]
    assert [page for _, page in found] == chapters + reference
    assert sorted(chapters + reference) == FILES[lang]
    assert all(title == part[page.rpartition("/")[0]] for title, page in found)


def test_both_languages_navigate_alike():
    zh, en = ([page for _, page in nav(CONFIG[lang])] for lang in LANGS)
    assert zh == en


def unequal(a: dict, b: dict) -> set[str]:
    """Where two configurations differ in what is not a matter of language."""
    a, b = flat(a), flat(b)
    return {
        key
        for key in a.keys() | b.keys()
        if not LANGUAGE.fullmatch(key)
        and (key not in a or key not in b or a[key] != b[key])
    }


def test_configurations_differ_only_in_language():
    assert unequal(CONFIG["zh"], CONFIG["en"]) == set()


def test_nothing_shared_is_said_again():
    """MkDocs would replace a list of the base, another generator append to it."""
    base = flat(load("mkdocs.base.yml"))
    assert base.keys() & flat(CONFIG["en"]).keys() == set()
    assert not [key for key in base if key.startswith(("nav", "plugins"))]


def test_a_configuration_that_strays_is_caught():
    en = load("mkdocs.en.yml") | {"strict": False}
    en["theme"] = en["theme"] | {"palette": en["theme"]["palette"][:2]}
    gone = {"scheme", "primary", "accent", "toggle.icon"}
    assert unequal(CONFIG["zh"], en) == {
        "strict",
        *(f"theme.palette.2.{key}" for key in gone),
    }
