"""docs/units.csv, docs/errata.csv and the code point at things that exist."""

import ast
import csv
import importlib
import inspect
import pkgutil
import re
from collections import Counter
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import chainrule
from sitekit.page import paths

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LANGS = ("zh", "en")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Modules of these names, wherever they are: gates for inputs and base classes.
MACHINERY = {"arguments", "base", "checks", "estimator", "scheduler"}
# Packages that teach nothing: what optimizers run on, what checks a reader's code.
ENGINES = (".engine.", ".check.")


def rows(name: str) -> list[dict[str, str]]:
    with (DOCS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


UNITS, PAGES, ERRATA = rows("units"), rows("pages"), rows("errata")
WRITTEN = sorted(
    {u["page"] for u in UNITS if (DOCS / "en" / f"{u['page']}.md").exists()}
)


@cache
def headings(page: str, lang: str) -> set[str]:
    """Ids of the headings of a page."""
    text = (DOCS / lang / f"{page}.md").read_text("utf-8")
    return set(re.findall(r"^#{1,6} .*\{[^}]*#([\w-]+)[^}]*\}$", text, re.M))


def resolve(name: str) -> object:
    """What ``from a.b import c`` gives for ``a.b.c``.

    Raises:
        ImportError, AttributeError: nothing.
    """
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module), attribute)


def modules() -> list[ModuleType]:
    """Every module of the reference implementation, packages left out."""
    found = pkgutil.walk_packages(chainrule.__path__, "chainrule.")
    return [importlib.import_module(m.name) for m in found if not m.ispkg]


def taught_modules() -> list[ModuleType]:
    """Those that hold what pages teach: no machinery, nor an engine."""
    return [
        m
        for m in modules()
        if not any(engine in m.__name__ for engine in ENGINES)
        and m.__name__.rpartition(".")[2] not in MACHINERY
    ]


def public(module: ModuleType) -> dict[str, object]:
    """The functions and classes that a module itself defines for others."""
    return {
        f"{module.__name__}.{name}": thing
        for name, thing in vars(module).items()
        if (inspect.isfunction(thing) or inspect.isclass(thing))
        and thing.__module__ == module.__name__
        and not name.startswith("_")
    }


# -- units ------------------------------------------------------------------------


def test_ids_are_unique_words_with_hyphens():
    for table in (UNITS, ERRATA):
        assert [
            i for i, n in Counter(row["id"] for row in table).items() if n > 1
        ] == []
    assert [unit["id"] for unit in UNITS if not ID.fullmatch(unit["id"])] == []


def test_every_unit_has_a_page_and_a_name_in_both_languages():
    pages = {row["path"] for row in PAGES if "/" in row["path"]}
    for unit in UNITS:
        known = unit["page"] in pages or unit["page"].startswith("reference/")
        assert known, f"{unit['id']}: there is no page {unit['page']}"
        assert all(unit[lang] for lang in LANGS), unit["id"]


@pytest.mark.parametrize("page", WRITTEN)
def test_every_unit_of_a_page_has_its_heading(page):
    units = {unit["id"] for unit in UNITS if unit["page"] == page}
    assert [sorted(units - headings(page, lang)) for lang in LANGS] == [[], []]


@pytest.mark.parametrize("page", WRITTEN)
def test_objects_of_a_unit_can_be_imported(page):
    for unit in UNITS:
        for name in unit["objects"].split() if unit["page"] == page else ():
            assert callable(resolve(name)), f"{unit['id']}: {name}"


@pytest.mark.parametrize("name", ["chainrule.nn.Liner", "chainrule.no.Linear"])
def test_a_name_of_nothing_is_caught(name):
    with pytest.raises((ImportError, AttributeError)):
        resolve(name)


def test_everything_public_belongs_to_a_unit():
    taught = [resolve(name) for unit in UNITS for name in unit["objects"].split()]
    things = [pair for module in taught_modules() for pair in public(module).items()]
    assert [name for name, thing in things if thing not in taught] == []


def test_only_machinery_teaches_nothing():
    left = {m.__name__ for m in modules()} - {m.__name__ for m in taught_modules()}
    left = {name for name in left if not any(each in name for each in ENGINES)}
    assert {name.rpartition(".")[2] for name in left} == MACHINERY


def test_public_things():
    module = ModuleType("m")
    code = (
        "from math import sin\nfrom collections import Counter\nN = 1\n"
        "def f(): pass\ndef _g(): pass\nclass C: pass\n"
    )
    exec(code, vars(module))
    assert list(public(module)) == ["m.f", "m.C"]


def test_every_module_has_a_test_file_of_its_name():
    """All exercises are asked by one, tests/chainrule/check/test_exercises.py."""
    sources = [
        Path(m.__file__).relative_to(ROOT).as_posix()
        for m in modules()
        if ".check.exercises." not in m.__name__
    ]
    assert [source for source in sources if not paths.test_of(ROOT, source)] == []


# -- errata -----------------------------------------------------------------------

ERRATUM = re.compile(r"e00(?P<note>[0-4])-l\d{4}-\d+")


@cache
def functions(file: str) -> set[str]:
    """Names of the functions of a file, if it is there."""
    if not (ROOT / file).is_file():
        return set()
    body = ast.parse((ROOT / file).read_text("utf-8")).body
    return {node.name for node in body if isinstance(node, ast.FunctionDef)}


def is_test(name: str) -> bool:
    """Whether ``tests/x/test_y.py::test_z`` is there."""
    file, _, function = name.partition("::")
    return function in functions(file)


def faults(row: dict[str, str]) -> list[str]:
    """What is wrong with a row of docs/errata.csv."""
    found = [f"no {key}" for key, value in row.items() if not value and key != "test"]
    if not (match := ERRATUM.fullmatch(row["id"])):
        found.append("id is not of the form e001-l0234-1")
    elif row["note"] != "ABCDE"[int(match["note"])]:
        found.append(f"note {row['note']} is not that of the id")
    for lang in LANGS:
        if not (DOCS / lang / f"{row['page']}.md").is_file():
            found.append(f"no page {row['page']} in {lang}")
        elif row["heading"] not in headings(row["page"], lang):
            found.append(f"no heading {row['heading']} in {lang}")
    if row["test"] and not is_test(row["test"]):
        found.append(f"no test {row['test']}")
    return found


def test_errata():
    found = {row["id"]: faults(row) for row in ERRATA}
    assert {ident: said for ident, said in found.items() if said} == {}


ROW = {
    "id": "e001-l0012-1",
    "note": "B",
    "section": "2.1",
    "page": "basics/linear-regression",
    "heading": "error-surface",
    "said_en": "x",
    "said_zh": "x",
    "right_en": "y",
    "right_zh": "y",
    "test": "tests/chainrule/nn/test_linear.py::test_initialization",
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, []),
        ({"test": ""}, []),
        ({"id": "e001-12-1"}, ["id is not of the form e001-l0234-1"]),
        ({"note": "A"}, ["note A is not that of the id"]),
        ({"right_zh": ""}, ["no right_zh"]),
        ({"page": "no/page"}, ["no page no/page in zh", "no page no/page in en"]),
        ({"heading": "none"}, ["no heading none in zh", "no heading none in en"]),
        ({"test": "tests/x.py::test_x"}, ["no test tests/x.py::test_x"]),
        (
            {"test": "tests/chainrule/nn/test_linear.py::test_x"},
            ["no test tests/chainrule/nn/test_linear.py::test_x"],
        ),
    ],
)
def test_a_broken_erratum_is_caught(change, said):
    assert faults(ROW | change) == said
