import json
from dataclasses import replace

import pytest

from sitekit.page import ledger, paths, printed, proofs

SOURCE, TEST = "src/chainrule/nn/line.py", "tests/chainrule/nn/test_line.py"
ENTRY = ledger.Entry(
    unit="line",
    test=f"{TEST}::test_line[3]",
    against="numpy.polyval",
    relative=1e-16,
    rtol=1e-14,
    absolute=0.0,
    atol=1e-20,
    dtype="float64",
    device="cpu",
    objects=(f"{SOURCE}:line",),
)


def test_source_and_test_name_each_other(project):
    assert paths.test_of(project.root, SOURCE) == TEST
    assert paths.source_of(TEST) == SOURCE


@pytest.mark.parametrize(
    "source", ["src/chainrule/other.py", "src/sitekit/line.py", "snippets/nn/line.py"]
)
def test_source_without_a_test(project, source):
    assert paths.test_of(project.root, source) is None


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


# -- listings ---------------------------------------------------------------------

FILE = """
class Line:
    @property
    def slope(self):
        return 1

    def rise(self):
        return [x for x in (1,)]


def line(x):
    def inner():
        return x

    return inner()


SLOPES = (1, 2)
"""


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ((1, 99), ["Line", "Line.rise", "Line.slope", "line"]),
        ((3, 5), ["Line", "Line.slope"]),  # the decorator is a part
        ((5, 5), ["Line", "Line.slope"]),
        ((12, 12), ["line"]),
        ((18, 18), []),
    ],
)
def test_what_stands_in_lines(project, lines, names):
    project.write(SOURCE, FILE)
    assert sorted(proofs.defined(project.root, SOURCE, *lines)) == names
    functions = {f"{SOURCE}:{name}" for name in names if name != "Line"}
    assert proofs.functions(project.root, SOURCE, *lines) == functions


def test_what_a_file_defines_may_be_imported_from_its_folders():
    assert proofs.public(SOURCE, ["line"]) == {
        "chainrule.line",
        "chainrule.nn.line",
        "chainrule.nn.line.line",
    }


OTHER = "tests/chainrule/nn/test_other.py::test_x"


@pytest.mark.parametrize(
    ("change", "proves"),
    [
        ({}, True),
        ({"unit": "another"}, True),  # its test is that of the file
        ({"test": OTHER}, True),  # its unit names the function
        ({"test": OTHER, "unit": "another"}, False),  # it was merely used
        ({"objects": (f"{SOURCE}:curve",)}, False),  # it did not run
        ({"objects": ("src/chainrule/other.py:line",)}, False),
        ({"objects": ()}, False),
        ({"against": "chainrule.nn.line"}, False),  # nothing is its own oracle
        ({"against": "chainrule.nn.line(x=1), twice"}, False),
        ({"against": "chainrule.nn.liner"}, True),
    ],
)
def test_what_proves_a_listing(project, change, proves):
    entry = replace(ENTRY, **change)
    ledger.save(project.root, [entry], {})
    assert proofs.proofs(project.root, SOURCE, 4, 7) == [entry] * proves
    assert proofs.proofs(project.root, SOURCE, 1, 1) == []


def test_inherited_methods_prove_the_listing_where_they_stand(project):
    project.write("src/chainrule/nn/base.py", "class Base:\n    def f(self): 1\n")
    project.replace("docs/units.csv", ".line\n", ".line chainrule.nn.Base\n")
    entry = replace(ENTRY, objects=("src/chainrule/nn/base.py:Base.f",))
    ledger.save(project.root, [entry], {})
    assert proofs.proofs(project.root, "src/chainrule/nn/base.py", 1, 2) == [entry]
    assert proofs.proofs(project.root, SOURCE, 4, 7) == []
