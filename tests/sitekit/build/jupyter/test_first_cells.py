import subprocess
import sys

import pytest

from sitekit.build.jupyter.first_cells import carried, first_cells
from sitekit.page.paths import Page
from sitekit.page.uses import needs

ADDRESS = "https://example.org/notes/en/basics/line/"
USE = "from chainrule.nn.line import line\n"


@pytest.fixture
def sources(project):
    """sources(code): the cells before a page's code."""
    page = Page(project.root, "en", "basics/line.md")

    def made(code: str) -> list[str]:
        cells = first_cells(page, code, ADDRESS)
        assert all("setup" in cell["metadata"]["tags"] for cell in cells)
        return [cell["source"] for cell in cells]

    return made


def test_installs_what_is_imported(sources):
    [install] = sources("x = 1")
    assert install.startswith(f"# {ADDRESS}: text and figures CC0, code 0BSD. ")
    assert "%pip" not in install
    [install] = sources("import sys\nimport numpy\nfrom sklearn import svm\n")
    assert install.endswith('%pip install -q "numpy>=2.0" "scikit-learn>=1.5"')


def test_writes_our_modules_as_they_are(sources, project, tmp_path):
    line = project.replace("src/chainrule/nn/line.py", '"A', '"\\n\\\\ A')
    _, ours = sources(USE)
    assert ours.startswith("# The files of chainrule (0BSD) that")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    subprocess.run([sys.executable, "-S", "-c", ours], cwd=folder, check=True)
    assert (folder / "chainrule/nn/line.py").read_bytes() == line.read_bytes()
    written = {p.relative_to(folder).as_posix() for p in folder.rglob("*.py")}
    names = "__init__", "nn/__init__", "nn/line"
    assert written == {f"chainrule/{name}.py" for name in names}


PACKAGE = '''"""Layers.

>>> line(1, 2, 3)
5
"""

from chainrule.nn.line import line
from chainrule.nn.line import (
    line as straight,
)
from chainrule.other import UNUSED

__all__ = ["UNUSED", "line", "straight"]
'''


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("from chainrule.nn import line", "from chainrule.nn.line import line\n"),
        (
            "from chainrule.nn import straight",
            "from chainrule.nn.line import line as straight\n",
        ),
        ("from chainrule.nn.line import line", ""),
        ("from chainrule.nn import UNUSED", "from chainrule.other import UNUSED\n"),
    ],
)
def test_a_package_has_only_the_names_that_are_used(project, code, kept):
    project.write("src/chainrule/nn/__init__.py", PACKAGE)
    texts = carried(project.root, needs(project.root, code))
    assert texts.pop("chainrule/__init__.py") == ""
    assert texts.pop("chainrule/nn/__init__.py") == '"""Layers."""\n' + kept
    other = "UNUSED" in code
    assert [*texts] == ["chainrule/other.py" if other else "chainrule/nn/line.py"]


@pytest.mark.parametrize("code", ["import chainrule.nn", "from chainrule.nn import *"])
def test_a_package_that_is_imported_whole_is_carried_whole(project, code):
    project.write("src/chainrule/nn/__init__.py", PACKAGE)
    texts = carried(project.root, needs(project.root, code))
    assert texts["chainrule/nn/__init__.py"] == PACKAGE
    assert {"chainrule/other.py", "chainrule/nn/line.py"} < texts.keys()


def test_a_file_that_cannot_be_written_so_is_refused(sources, project):
    project.add("src/chainrule/nn/line.py", "TEXT = '''x'''\n")
    with pytest.raises(ValueError, match=r"^src/chainrule/nn/line\.py: ''' would end"):
        sources(USE)


def test_a_program_that_is_shown_does_not_start(sources):
    main = 'if __name__ == "__main__":\n    1 / 0\n'
    _, name = sources(main)
    exec(f"{name}\n{main}", {"__name__": "__main__"})
