import json
from dataclasses import replace

import pytest
from helpers.entries import ENTRY, SOURCE, TEST

from sitekit.page import ledger, printed


def test_saves_and_loads(project):
    assert ledger.load(project.root) == ledger.Ledger()
    ledger.save(project.root, [ENTRY], {"NumPy": "2.3"})
    data = ledger.load(project.root)
    assert data.versions == {"NumPy": "2.3"}
    assert sorted(data.files) == [SOURCE, TEST]
    assert data.entries == ledger.measured(project.root) == [ENTRY]


def test_order_of_the_tests_does_not_matter(project):
    other = replace(ENTRY, unit="another")
    ledger.save(project.root, [ENTRY, other], {})
    first = ledger.ledger_file(project.root).read_bytes()
    ledger.save(project.root, [other, ENTRY], {})
    assert ledger.ledger_file(project.root).read_bytes() == first


@pytest.mark.parametrize("path", [SOURCE, TEST, "src/chainrule/other.py"])
def test_void_when_its_test_or_code_that_ran_changed(project, path):
    objects = (*ENTRY.objects, "src/chainrule/other.py:used")
    ledger.save(project.root, [replace(ENTRY, objects=objects)], {})
    project.add(path, "# changed\n")
    assert ledger.measured(project.root) == []
    (project.root / path).unlink()
    assert ledger.measured(project.root) == []


CONTRACT = "tests/contracts/test_lines.py"  # has no source of its name
EQUATION = "$$\ny = b + {}x \\tag{{1.1}}\\label{{eq:line}}\n$$\n"


def test_a_test_without_a_source_counts_too(project):
    entry = replace(ENTRY, test=f"{CONTRACT}::test_x")
    project.write(CONTRACT, "def test_x(): pass\n")
    ledger.save(project.root, [ENTRY, entry], {})
    assert ledger.measured(project.root) == [ENTRY, entry]
    assert ledger.measured(project.root, [entry]) == [entry]
    project.add(CONTRACT, "# changed\n")
    assert ledger.measured(project.root) == [ENTRY]


def test_void_when_the_printed_equation_changed(project):
    page = project.write("docs/en/basics/line.md", EQUATION.format("w"))
    [(name, equation)] = printed.equations(project.root).items()
    assert name == "printed equation (1.1)"
    assert (equation.topic, equation.label) == ("basics/line", "eq:line")
    entry = replace(ENTRY, against=name)
    ledger.save(project.root, [ENTRY, entry], {})
    project.add("docs/en/basics/line.md", "More words.\n")
    assert ledger.measured(project.root) == [ENTRY, entry]
    project.write("docs/en/basics/line.md", EQUATION.format("-w"))
    assert ledger.measured(project.root) == [ENTRY]
    page.unlink()
    assert ledger.measured(project.root) == [ENTRY]


def test_groups_count_the_cases_and_keep_the_worst(project):
    worse, coarse = (
        replace(ENTRY, test=f"{TEST}::test_line[{case}]", **change)
        for case, change in {
            "4": {"relative": 1e-15, "absolute": 1e-21, "objects": ("a.py:a",)},
            "5": {"rtol": 1e-12},
        }.items()
    )
    one, two = ledger.group([ENTRY, worse, coarse])
    assert (one.count, one.entry.relative, one.entry.absolute) == (2, 1e-15, 1e-21)
    assert one.entry.objects == ("a.py:a", *ENTRY.objects)
    assert (two.count, two.entry.relative, two.entry.rtol) == (1, 1e-16, 1e-12)
    assert one.entry.test == two.entry.test == f"{TEST}::test_line"


def test_a_group_has_the_bound_near_zero_that_came_closest(project):
    near, wide = (
        replace(ENTRY, absolute=a, atol=b) for a, b in ((1e-20, 2e-20), (2e-20, 9e-20))
    )
    [found] = ledger.group([ENTRY, near, wide])
    assert (found.count, found.entry.absolute, found.entry.atol) == (3, 1e-20, 2e-20)
    [found] = ledger.group([ENTRY, replace(ENTRY, atol=3e-20)])
    assert (found.entry.absolute, found.entry.atol) == (0, 3e-20)


def test_line_ends_are_no_change(project):
    ledger.save(project.root, [ENTRY], {})
    file = project.root / SOURCE
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert ledger.measured(project.root) == [ENTRY]


def test_ledger_is_json_that_anyone_reads(project):
    ledger.save(project.root, [ENTRY], {})
    [row] = json.loads(ledger.ledger_file(project.root).read_text("utf-8"))["entries"]
    assert (row["relative"], row["objects"]) == (1e-16, [f"{SOURCE}:line"])
