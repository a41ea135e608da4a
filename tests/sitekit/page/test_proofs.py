from dataclasses import replace

import pytest
from helpers.entries import ENTRY, SOURCE

from sitekit.page import ledger, proofs

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
