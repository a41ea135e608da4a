import json

import pytest

from sitekit import ledger

SOURCE, TEST = "src/chainrule/nn/line.py", "tests/nn/test_line.py"
ENTRY = ledger.Entry(
    "line", f"{TEST}::test_line[3]", "numpy.polyval", 1e-16, 1e-14, "float64", "cpu"
)


def test_source_and_test_name_each_other(project):
    assert ledger.test_of(project.root, SOURCE) == TEST
    assert ledger.source_of(TEST) == SOURCE


@pytest.mark.parametrize(
    "source", ["src/chainrule/other.py", "src/sitekit/line.py", "snippets/nn/line.py"]
)
def test_source_without_a_test(project, source):
    assert ledger.test_of(project.root, source) is None


TESTS = """
def test_f(): agree(f(1), against="torch.f"); agree(f(2), against="numpy.f")
def test_g(against):
    against = "torch.g" if x else "numpy.g"
    agree(g(1), against=against)
def test_h(): pass
def helper(): agree(f(1), against="nothing")
"""


@pytest.mark.parametrize(
    ("names", "tests"),
    [
        ({"f"}, ["test_f"]),
        ({"g", "h"}, ["test_g"]),
        ({"h"}, ["test_f", "test_g", "test_h"]),  # used by none: all of the file
        (set(), ["test_f", "test_g", "test_h"]),
    ],
)
def test_tests_of_a_listing_and_the_oracles_they_spell_out(project, names, tests):
    oracles = {
        "test_f": ["torch.f", "numpy.f"],
        "test_g": ["torch.g", "numpy.g"],
        "test_h": [],
    }
    found = ledger.tests_of(project.write(TEST, TESTS), names)
    assert found == {name: oracles[name] for name in tests}


def test_saves_and_loads(project):
    assert not any(ledger.load(project.root).values())
    ledger.save(project.root, [ENTRY], {"NumPy": "2.3"})
    data = ledger.load(project.root)
    assert data["versions"] == {"NumPy": "2.3"}
    assert sorted(data["files"]) == [SOURCE, TEST]
    assert [ledger.Entry(**row) for row in data["entries"]] == [ENTRY]
    assert ledger.measured(project.root, TEST) == [ENTRY]
    assert ledger.measured(project.root, "tests/test_other.py") == []


def test_tests_are_told_apart(project):
    project.write("tests/nn/test_other.py", "")
    project.write("src/chainrule/nn/other.py", "")
    other = ledger.Entry(**{**vars(ENTRY), "test": "tests/nn/test_other.py::test_x"})
    ledger.save(project.root, [ENTRY, other], {})
    assert ledger.measured(project.root, TEST) == [ENTRY]


def test_order_of_the_tests_does_not_matter(project):
    other = ledger.Entry(**{**vars(ENTRY), "unit": "another"})
    ledger.save(project.root, [ENTRY, other], {})
    first = ledger.ledger_file(project.root).read_bytes()
    ledger.save(project.root, [other, ENTRY], {})
    assert ledger.ledger_file(project.root).read_bytes() == first


@pytest.mark.parametrize("path", [SOURCE, TEST])
def test_void_when_source_or_test_changed(project, path):
    ledger.save(project.root, [ENTRY], {})
    project.add(path, "# changed\n")
    assert ledger.measured(project.root, TEST) == []
    (project.root / path).unlink()
    assert ledger.measured(project.root, TEST) == []


CONTRACT = "tests/contracts/test_lines.py"  # has no source of its name
EQUATION = "$$\ny = b + {}x \\tag{{1.1}}\\label{{eq:line}}\n$$\n"


def test_a_test_without_a_source_counts_too(project):
    entry = ledger.Entry(**{**vars(ENTRY), "test": f"{CONTRACT}::test_x"})
    project.write(CONTRACT, "def test_x(): pass\n")
    ledger.save(project.root, [ENTRY, entry], {})
    assert ledger.measured(project.root, CONTRACT) == [entry]
    assert ledger.measured(project.root) == [entry, ENTRY]
    project.add(CONTRACT, "# changed\n")
    assert ledger.measured(project.root) == [ENTRY]


def test_void_when_the_printed_equation_changed(project):
    page = project.write("docs/en/basics/line.md", EQUATION.format("w"))
    [(name, equation)] = ledger.equations(project.root).items()
    assert name == "printed equation (1.1)"
    assert (equation.topic, equation.label) == ("basics/line", "eq:line")
    entry = ledger.Entry(**{**vars(ENTRY), "against": name})
    ledger.save(project.root, [ENTRY, entry], {})
    project.add("docs/en/basics/line.md", "More words.\n")
    assert ledger.measured(project.root) == [ENTRY, entry]
    project.write("docs/en/basics/line.md", EQUATION.format("-w"))
    assert ledger.measured(project.root) == [ENTRY]
    page.unlink()
    assert ledger.measured(project.root) == [ENTRY]


def test_groups_count_the_cases_and_keep_the_worst(project):
    worse, coarse = (
        ledger.Entry(**{**vars(ENTRY), "test": f"{TEST}::test_line[{case}]", **change})
        for case, change in {"4": {"error": 1e-15}, "5": {"tol": 1e-12}}.items()
    )
    one, two = ledger.group([ENTRY, worse, coarse])
    assert (one.count, one.entry.error) == (2, 1e-15)
    assert (two.count, two.entry.error, two.entry.tol) == (1, 1e-16, 1e-12)
    assert one.entry.test == two.entry.test == f"{TEST}::test_line"


def test_line_ends_are_no_change(project):
    ledger.save(project.root, [ENTRY], {})
    file = project.root / SOURCE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert ledger.measured(project.root, TEST) == [ENTRY]


def test_ledger_is_json_that_anyone_reads(project):
    ledger.save(project.root, [ENTRY], {})
    [row] = json.loads(ledger.ledger_file(project.root).read_text("utf-8"))["entries"]
    assert row["error"] == 1e-16
