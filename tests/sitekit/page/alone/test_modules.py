import ast

import pytest

from sitekit.page.alone import modules
from sitekit.page.alone.modules import Target, find, imported, load

INIT, LINE = "src/chainrule/nn/__init__.py", "src/chainrule/nn/line.py"


@pytest.fixture
def root(project):
    project.write(
        INIT,
        "from chainrule.nn import line as lines\n"
        "from chainrule.nn.line import line as straight\n"
        "from chainrule.nn import other\n",
    )
    project.write(
        "src/chainrule/nn/other.py", "import numpy as np\nX = {}\nX['a'] = 1\n"
    )
    modules.forget()
    return project.root


def test_names_are_followed(root):
    assert find(root, "chainrule.nn", "straight") == Target(
        "own", "chainrule.nn.line", "line"
    )
    assert find(root, "chainrule.nn", "other") == Target("whole", "chainrule.nn.other")
    assert find(root, "chainrule", "nn") == Target("whole", "chainrule.nn")
    numpy = Target("foreign", "numpy", "", "np")
    assert find(root, "chainrule.nn.other", "np") == numpy
    with pytest.raises(ValueError, match=r"^chainrule.nn has no curve$"):
        find(root, "chainrule.nn", "curve")


def test_all_statements_that_make_a_name(root):
    assert load(root, "chainrule.nn.other").makers == {"X": [1, 2]}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("import os.path", {"os": Target("foreign", "os.path", "", "os")}),
        ("import a.b as c", {"c": Target("foreign", "a.b", "", "c")}),
        ("import chainrule.nn as nn", {"nn": Target("whole", "chainrule.nn")}),
        (
            "from a import b, c as d",
            {
                "b": Target("foreign", "a", "b", "b"),
                "d": Target("foreign", "a", "c", "d"),
            },
        ),
        ("from chainrule import nn as n", {"n": Target("own", "chainrule", "nn")}),
    ],
)
def test_what_an_import_binds(root, line, expected):
    assert imported(root, ast.parse(line).body[0]) == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("import chainrule.nn", "import chainrule.nn: say as what"),
        (
            "from chainrule.nn import *",
            "from chainrule.nn import *: say from where, and what",
        ),
        ("from . import nn", "from . import nn: say from where, and what"),
    ],
)
def test_what_cannot_be_replaced_is_said(root, line, message):
    with pytest.raises(ValueError) as caught:
        imported(root, ast.parse(line).body[0])
    assert str(caught.value) == message


def test_a_statement_that_nobody_asks_for_is_said(project):
    project.write("src/chainrule/loop.py", "for i in range(3):\n    print(i)\n")
    with pytest.raises(
        ValueError, match=r"^chainrule\.loop, line 1: neither an import"
    ):
        load(project.root, "chainrule.loop")
    with pytest.raises(ValueError, match=r"^there is no module chainrule.none$"):
        load(project.root, "chainrule.none")
