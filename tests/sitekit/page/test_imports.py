import pytest

from sitekit.page.imports import imports, modules


def test_every_package_on_the_way_runs():
    code = "import a.b.c as d, e\ndef late():\n    from f.g import h\n"
    assert modules(code) == {"a", "a.b", "a.b.c", "e", "f", "f.g", "f.g.h"}


@pytest.mark.parametrize(
    "line",
    [
        "import chainrule.nn.line",
        "from chainrule.nn import line",
        "def late():\n    from chainrule.nn.line import line",
    ],
)
def test_files_of_the_project(project, line):
    found = imports(project.root, f"import numpy\n{line}\n")
    assert {
        p.relative_to(project.root / "src/chainrule").as_posix() for p in found
    } == {
        "__init__.py",
        "nn/__init__.py",
        "nn/line.py",
    }


def test_what_an_imported_file_imports(project):
    project.add("src/chainrule/nn/line.py", "from chainrule import other\n")
    found = imports(project.root, "from chainrule.nn.line import line")
    assert project.root / "src/chainrule/other.py" in found
    project.write("src/chainrule/other.py", "import chainrule.nn.line\n")  # a circle
    assert imports(project.root, "from chainrule.nn.line import line") == found
