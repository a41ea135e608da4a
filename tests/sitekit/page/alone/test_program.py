import contextlib
import io
import re
import sys

import pytest

from sitekit.page.alone import modules
from sitekit.page.alone.pieces import linkable, piece
from sitekit.page.alone.program import Program

# Modules below src/chainrule, each under its name.
MODULES = """\
=== __init__
=== checks
# what is no number is refused
def real(x):
    return x + LIMIT


LIMIT = 1
=== nn/__init__
from chainrule.nn.layer import Layer
from chainrule.nn.linear import Linear, double
from chainrule import checks as asks
=== nn/layer
import math


# --8<-- [start:layer]
class Layer:
    \"\"\"A layer.\"\"\"

    # --8<-- [end:layer]
    half = math.floor(0.5)
=== nn/linear
from chainrule import checks
from chainrule.nn.layer import Layer


class Linear(Layer):
    def forward(self, x):
        real = checks.real(x)
        return f"{real} {Linear.__name__}"


Linear.name = "a linear one"


def double(x):
    return max(x, 2 * x)
=== np/__init__
from chainrule.np.linear import Linear
=== np/linear
from __future__ import annotations
import math as m


class Linear:
    # Größe
    def forward(self, x):
        return f"é{m.pi:.2f} {x} {Linear.__name__}"
"""
FILES = dict(re.findall(r"^=== (\S+)\n(.*?)(?=^===|\Z)", MODULES, re.M | re.S))


@pytest.fixture
def root(project):
    for name, text in FILES.items():
        project.write(f"src/chainrule/{name}.py", text)
    modules.forget()
    return project.root


@pytest.fixture
def program(root):
    """program(blocks …): the text of all as one, or of some of them."""

    def write(*codes, of=(), which=None):
        names = [*of, *[""] * (len(codes) - len(of))]
        pieces = [piece(root, *each) for each in zip(codes, names, strict=True)]
        return "".join(Program(root, pieces, which).parts())

    return write


def run(code):
    """What a program prints where nothing of the project is."""
    before = {name: sys.modules.get(name) for name in sys.modules}
    sys.modules["chainrule"] = None
    try:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec(
                compile(code, "alone.py", "exec", dont_inherit=True),
                {"__name__": "alone"},
            )
    finally:
        sys.modules.pop("chainrule")
        sys.modules.update({k: v for k, v in before.items() if k == "chainrule" and v})
    return said.getvalue()


USE = "print(Linear().forward(1))\n"


def test_a_definition_with_all_that_it_needs(program):
    said = program("from chainrule.nn import Linear\n" + USE)
    assert run(said) == "2 Linear\n"
    assert said == (
        "import math\n\n\n# what is no number is refused\n"
        "def checks_real(x):\n    return x + LIMIT\n\n\n"
        'checks_real.__name__ = "real"\n\n'
        "LIMIT = 1\n\n\n"
        'class Layer:\n    """A layer."""\n\n    half = math.floor(0.5)\n\n\n'
        "class Linear(Layer):\n"
        "    def forward(self, x):\n        real = checks_real(x)\n"
        '        return f"{real} {Linear.__name__}"\n\n'
        'Linear.name = "a linear one"\n\nprint(Linear().forward(1))\n'
    )


def test_two_things_of_one_name(program):
    code = "from chainrule.nn import Linear\nfrom chainrule.np import Linear as Other\n"
    said = program(code + USE + "print(Other().forward(1), Other.__name__)\n")
    assert run(said) == "2 Linear\né3.14 1 Linear Linear\n"
    assert said.startswith("from __future__ import annotations\n")
    assert "# Größe" in said
    one = program(
        "from chainrule.nn import Linear\n" + USE,
        "from chainrule.np import Linear\n" + USE,
    )
    assert run(one) == "2 Linear\né3.14 1 Linear\n"


def test_the_page_means_something_else_by_a_name(program):
    code = "from chainrule.nn import double\n\nmax = 3\nLIMIT, Layer = 5, None\n"
    code += "print(double(4), max)\n"
    assert run(program(code)) == "8 3\n"
    more = "from chainrule.nn import Linear\n" + USE
    assert run(program(code, more)) == "8 3\n2 Linear\n"


@pytest.mark.parametrize(
    "code",
    [
        "from chainrule import nn\nprint(nn.Linear().forward(1))\n",
        "import chainrule.nn as layers\nprint(layers.Linear().forward(1))\n",
        "from chainrule import nn\nprint(getattr(nn, 'Linear')().forward(1))\n",
        "from chainrule import nn\nf = lambda: nn.Linear().forward(1)\nprint(f())\n",
    ],
)
def test_a_module_of_which_parts_are_asked(program, code):
    assert run(program(code)) == "2 Linear\n"


def test_of_a_module_the_parts_alone(program):
    said = program("from chainrule import nn\nprint(nn.double(2), nn.asks.real(1))\n")
    assert run(said) == "4 2\n"
    assert "class Layer" not in said
    assert (
        "nn = SimpleNamespace(asks=SimpleNamespace(real=real), double=double)\n" in said
    )
    said = program("from chainrule import nn\nprint(nn.__name__, nn.double(1))\n")
    assert run(said) == "chainrule.nn 2\n"
    assert "class Layer" not in said


def test_one_name_for_two_modules(program):
    codes = [
        f"from chainrule import {m} as nn\nprint(nn.Linear().forward(1))\n"
        for m in ("nn", "np")
    ]
    foreign = "import math as nn\nprint(nn.floor(1.5))\n"
    assert run(program(*codes, foreign)) == "2 Linear\né3.14 1 Linear\n1\n"


LISTING = (
    FILES["nn/linear"].partition("\n\n\n")[2].partition("\n\n\nLinear.name")[0] + "\n"
)


def test_a_name_that_the_page_binds_anew(program):
    code = "from chainrule.nn import double\nprint(double(2))\n"
    again = "double = len\nprint(double([3]))\n"
    assert run(program(code, again, code)) == "4\n1\n4\n"


def test_a_listing_of_a_module_is_its_definition(program):
    page = LISTING, "from chainrule.nn import Linear\n" + USE + "print(Linear.name)\n"
    said = program(*page, of=["chainrule.nn.linear"])
    assert run(said) == "2 Linear\na linear one\n"
    assert said.count("class Linear") == 1
    assert "class Linear(Layer)" in program(
        *page, of=["chainrule.nn.linear"], which=[0]
    )


def test_a_listing_that_is_not_all_of_it_stays_as_it_is(program):
    cut = 'class Layer:\n    """A layer."""\n'
    said = program(
        cut, "from chainrule.nn import Linear\n" + USE, of=["chainrule.nn.layer"]
    )
    assert run(said) == "2 Linear\n"
    assert said.count("class Layer") == 1
    assert "class nn_Layer:" in said


def test_a_part_of_a_definition_means_what_its_module_does(program):
    part = "def forward(self, x):\n    return checks.real(x) + LIMIT\n"
    said = program(
        part, "LIMIT = 3\n", "print(forward(0, 1))\n", of=["chainrule.nn.linear"]
    )
    assert run(said) == "5\n"
    assert "def checks" not in program(
        "checks = 1\n", part, of=["", "chainrule.nn.linear"]
    )


def test_what_a_program_says_of_itself_stays_first(program):
    code = '# kind\n"""What it is."""\nfrom chainrule.nn import double\n\n'
    said = program(code + "print(double(1), __doc__)\n")
    assert run(said) == "2 What it is.\n"
    assert said.count("What it is.") == 1


def test_what_is_missing(root):
    def missing(*codes):
        return Program(root, [piece(root, code) for code in codes]).missing

    assert missing("x = 1\n", "def f():\n    return x, y, len([]), __name__\n") == {"y"}
    assert missing("print(__doc__)\n") == {"__doc__"}
    assert missing('"""Words."""\nprint(__doc__)\n') == set()


def test_a_program_that_a_page_shows_does_not_start_by_itself(program):
    start = 'if __name__ == "alone":\n    print("started")\n'
    assert run(program(start)) == "started\n"
    assert run(program("x = 1\n", start)) == ""
    assert run(program("x = 1\n", start, which=[0, 1])) == "started\n"


def test_imports_stand_once_and_in_order(program):
    first = "import numpy as np\nimport os\nfrom math import pi\n\nprint(pi > 3)\n"
    second = (
        "# again\nimport numpy as np\nfrom math import e\n\nprint(np.sign(e), os.sep)\n"
    )
    said = program(first, second)
    head = "import os\nfrom math import e, pi\nimport numpy as np\n\nprint"
    assert said.startswith(head)
    assert said.count("import") == 3
    both = program("import os.path\nimport os\n\nprint(os.path.sep == os.sep)\n")
    assert run(both) == "True\n"
    long = ", ".join(f"name_{n}" for n in range(12))
    assert "import (\n    name_0,\n" in program(f"from foreign import {long}\n")


def test_some_blocks_of_a_page(program):
    page = (
        "import math\nfrom chainrule.nn import double\n",
        "x = 1\n",
        "print(double(x), math.e > 2)\n",
    )
    said = program(*page, which=[1, 2])
    assert run(said) == "2 True\n"
    assert "def double" not in program(*page, which=[1])


def test_whether_a_block_is_complete(root):
    texts = (
        "import math\n",
        "print(math.e)\n",
        "import math\n\nprint(math.e)\n",
        "print(len([]))\n",
    )
    pieces = [piece(root, text) for text in texts]
    assert [Program(root, pieces, [n]).complete for n in range(4)] == [
        True,
        False,
        True,
        True,
    ]
    assert not Program(root, pieces, [0, 3]).complete
    shown = [
        piece(root, FILES["nn/linear"].rpartition("\n\n\n")[2], "chainrule.nn.linear")
    ]
    assert Program(root, shown, [0]).complete
    shown = [piece(root, LISTING, "chainrule.nn.linear")]
    assert not Program(root, shown, [0]).complete


def test_what_takes_from_the_project_or_shows_a_part_is_not_complete(root):
    taken = piece(root, "from chainrule.nn import double\n")
    assert not Program(root, [taken], [0]).complete
    shown = [piece(root, "LIMIT = 1\n", "chainrule.checks")]
    assert Program(root, shown, [0]).complete
    (root / "src/chainrule/more.py").write_text("X = {}\nX[1] = 2\n")
    modules.forget()
    assert not Program(root, [piece(root, "X = {}\n", "chainrule.more")], [0]).complete


def test_linkable_blocks_bring_their_imports(root):
    texts = (
        "import numpy as np\nfrom chainrule.nn import Linear\nx = 1\n",
        "y = np.sign(x)\n",
        LISTING,
    )
    codes = linkable(
        [
            piece(root, *e)
            for e in zip(texts, ("", "", "chainrule.nn.linear"), strict=True)
        ]
    )
    assert codes[1] == "import numpy as np\ny = np.sign(x)\n"
    assert codes[2] == "from chainrule.nn.linear import Linear\n"


def test_an_import_that_cannot_be_replaced(root):
    with pytest.raises(ValueError, match="line 2: imported inside of something"):
        piece(root, "def f():\n    from chainrule.nn import double\n")
