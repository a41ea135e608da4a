import re

import pytest

SOURCE = "../../../source/src/chainrule"


@pytest.fixture
def links(project):
    """links(code): the words of a listing that lead somewhere, and where."""
    project.write(
        "src/chainrule/nn/__init__.py", "from chainrule.nn.line import line\n"
    )

    def render(code: str) -> dict[str, str]:
        project.write("snippets/basics/line/use.py", code)
        html = project.render('```python\n--8<-- "snippets/basics/line/use.py"\n```\n')
        (shown,) = re.findall(r"<code tabindex[^>]*>(.*?)</code>", html, re.S)
        assert re.sub("<[^>]+>", "", shown).replace("&lt;", "<").strip() == code.strip()
        return {
            word: at for at, word in re.findall(r'<a href="(.*?)">(.*?)</a>', shown)
        }

    return render


@pytest.mark.parametrize(
    "code",
    [
        "from chainrule.nn import line\n",
        "from chainrule.nn import line as straight  # of line\n",
        "from chainrule.nn import (\n    line,\n)\n\nprint(line(1, 2, 3))\n",
        "def f():\n    x = 1\n    return x\n\n\nfrom chainrule.nn.line import line\n",
    ],
)
def test_an_imported_name_leads_to_its_definition(links, code):
    assert links(code) == {"line": f"{SOURCE}/nn/line.py.html#L6"}


def test_modules_and_several_names(links):
    found = links(
        "from chainrule import nn, other\nfrom chainrule.other import UNUSED\n"
    )
    assert found == {
        "nn": f"{SOURCE}/nn/__init__.py.html",
        "other": f"{SOURCE}/other.py.html",
        "UNUSED": f"{SOURCE}/other.py.html#L1",
    }


def test_others_names_lead_nowhere(links):
    assert links("import numpy as np\nfrom math import e\n\nprint(np.sign(e))\n") == {}
