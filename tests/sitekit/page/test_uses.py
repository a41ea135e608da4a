import pytest

from sitekit.page.uses import needs, uses

INIT = "src/chainrule/nn/__init__.py"
LINE = "src/chainrule/nn/line.py"


def used(project, code: str) -> set[str]:
    file = project.write("snippets/x/y/z.py", code)
    return {p.relative_to(project.root).as_posix() for p in uses(project.root, file)}


@pytest.mark.parametrize(
    "line",
    [
        "import chainrule.nn.line",
        "import chainrule.nn.line as straight",
        "from chainrule.nn import line",
        "from chainrule.nn.line import line",
        "def late():\n    from chainrule.nn.line import line",
    ],
)
def test_a_module_however_it_is_imported(project, line):
    assert used(project, f"import numpy\n{line}\n") == {LINE}


def test_imports_of_imports(project):
    project.write("src/chainrule/deep.py", "from chainrule.other import UNUSED\n")
    project.add(LINE, "from chainrule.deep import UNUSED\n")
    found = used(project, "from chainrule.nn.line import line\n")
    assert found == {LINE, "src/chainrule/deep.py", "src/chainrule/other.py"}


HANDS_ON = (
    '"""Layers."""\n'
    "from chainrule.nn.line import line\n"
    "from chainrule.nn.line import line as straight\n"
    "from chainrule.other import UNUSED\n"
    '__all__ = ["line"]\n'
)


@pytest.mark.parametrize("name", ["line", "straight"])
def test_a_package_that_hands_a_name_on_is_looked_through(project, name):
    project.write(INIT, HANDS_ON)
    assert used(project, f"from chainrule.nn import {name}\n") == {LINE}


@pytest.mark.parametrize("use", ["nn.line(1)", "print(nn.line.__doc__)"])
def test_of_a_package_that_is_asked_for_a_part_only_the_part(project, use):
    project.write(INIT, HANDS_ON)
    for line in ("from chainrule import nn", "from chainrule import nn as layers"):
        code = use if line.endswith("nn") else use.replace("nn.", "layers.")
        assert used(project, f"{line}\n{code}\n") == {LINE}


@pytest.mark.parametrize("use", ["vars(nn)", "print(nn.line, nn)", "pass"])
def test_of_one_that_is_used_otherwise_all(project, use):
    project.write(INIT, HANDS_ON)
    code = f"from chainrule import nn\n{use}\n"
    assert used(project, code) == {INIT, LINE, "src/chainrule/other.py"}


def test_parts_of_an_object_that_is_no_module(project):
    project.write(INIT, HANDS_ON)
    assert used(project, "from chainrule.nn import line\nline.__doc__\n") == {LINE}


def test_parts_of_what_is_not_of_the_project(project):
    assert needs(project.root, "from torch import nn\nnn.Linear\n").foreign == {"torch"}


def test_a_name_handed_on_twice(project):
    project.write(INIT, HANDS_ON)
    project.write("src/chainrule/__init__.py", "from chainrule.nn import line\n")
    assert used(project, "from chainrule import line\n") == {LINE}


@pytest.mark.parametrize("line", ["import chainrule.nn", "from chainrule.nn import *"])
def test_a_whole_package_is_all_that_it_hands_on(project, line):
    project.write(INIT, HANDS_ON)
    assert used(project, line + "\n") == {INIT, LINE, "src/chainrule/other.py"}


def test_a_package_that_does_more_counts(project):
    project.write(INIT, HANDS_ON + "MODE = 1\n")
    everything = {INIT, LINE, "src/chainrule/other.py"}
    assert used(project, "from chainrule.nn import line\n") == everything
    assert used(project, "from chainrule.nn.line import line\n") == everything


def test_a_call_is_more_than_a_docstring(project):
    project.write(INIT, "from chainrule.nn.line import line\nprint()\n")
    assert INIT in used(project, "from chainrule.nn import line\n")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("from chainrule.nn import line", {"line"}),
        ("from chainrule.nn import straight, UNUSED", {"straight", "UNUSED"}),
        ("from chainrule.nn.line import line", set()),
        ("import chainrule.nn.line as line", set()),
        ("from chainrule import line", {"line"}),
    ],
)
def test_what_is_asked_of_the_packages_around(project, code, names):
    project.write(INIT, HANDS_ON)
    project.write("src/chainrule/__init__.py", "from chainrule.nn import line\n")
    found = needs(project.root, code).packages
    outer = project.root / "src/chainrule/__init__.py"
    assert found == {
        project.root / INIT: names,
        outer: {"line"} if code == "from chainrule import line" else set(),
    }


def test_a_module_with_the_name_of_what_it_defines(project):
    """It is the function that an import gets, so the package must hand it on."""
    project.write(INIT, "from chainrule.nn.line import line\n")
    found = needs(project.root, "from chainrule.nn import line")
    assert found.packages[project.root / INIT] == {"line"}
    assert found.files == {project.root / LINE}


def test_what_is_not_of_the_project(project):
    project.add(LINE, "def late():\n    from scipy.special import expit\n")
    project.add("src/chainrule/other.py", "import torch\n")
    code = "import numpy as np, os.path\nfrom chainrule.nn.line import line\n"
    assert needs(project.root, code).foreign == {"numpy", "os", "scipy"}


def test_circles_end(project):
    project.add(LINE, "from chainrule.other import UNUSED\n")
    project.add("src/chainrule/other.py", "from chainrule.nn.line import line\n")
    found = used(project, "from chainrule.other import UNUSED\n")
    assert found == {LINE, "src/chainrule/other.py"}
