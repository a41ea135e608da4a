import pytest

from sitekit.page.printed import NAMED, Equation, equations

PATH = "docs/en/basics/line.md"
LINE = r"y = wx + b \tag{1.1}\label{eq:line}"


def test_labelled_equations_by_the_names_of_their_oracles(project):
    project.write(PATH, f"$$\n{LINE}\n$$\n\n$$\ny = x\n$$\n")
    found = equations(project.root)
    assert found == {"printed equation (1.1)": Equation("basics/line", "eq:line", LINE)}
    [name] = found
    assert NAMED.fullmatch(name)[1] == "1.1"


@pytest.mark.parametrize(
    "text",
    [
        r"$$ y = x \tag{1.1} $$",  # no label: no test names it
        r"$$ y = x \label{eq:x} $$",
        f"```text\n$$ {LINE} $$\n```",
    ],
)
def test_others_are_none(project, text):
    project.write(PATH, text)
    assert equations(project.root) == {}


def test_an_edit_is_seen(project):
    import os

    file = project.write(PATH, f"$$ {LINE} $$")
    assert len(equations(project.root)) == 1
    file.write_text("No equation.", "utf-8")
    os.utime(file, ns=(1, 1))
    assert equations(project.root) == {}
