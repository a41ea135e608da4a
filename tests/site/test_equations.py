"""Each labelled equation is evaluated by some test, or it says how it is checked."""

import ast
import shutil
import sys
from pathlib import Path

import pytest
import sklearn.datasets  # noqa: F401 - pytester makes Python forget what it imports first

pytest_plugins = "pytester"
ROOT = Path(__file__).parents[2]


def bindings(text: str) -> list[tuple[str, bool]]:
    """Labels that a test file is bound to, and whether each is more than named.

    That is: the marked function takes the ``equation`` fixture, which sees to it that
    the label is evaluated, or the mark says ``by=`` what else it is checked.
    """
    tree = ast.parse(text)
    evaluating = {
        id(decorator)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and "equation" in {argument.arg for argument in node.args.args}
        for decorator in node.decorator_list
    }
    return [
        (
            argument.value,
            id(node) in evaluating or "by" in {word.arg for word in node.keywords},
        )
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "equation"
        for argument in node.args
        if isinstance(argument, ast.Constant)
    ]


def unchecked(texts: list[str]) -> list[str]:
    found = [binding for text in texts for binding in bindings(text)]
    checked = {label for label, more in found if more}
    return sorted({label for label, _ in found} - checked)


def test_no_equation_is_only_named():
    tests = sorted((ROOT / "tests").rglob("*.py"))
    assert unchecked([path.read_text("utf-8") for path in tests]) == []


MARKED = '@mark.equation("eq:a", "eq:b")\ndef test_x(agree): pass\n'


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", ["eq:a", "eq:b"]),
        ("agree", "agree, equation", []),
        ('"eq:b"', '"eq:b", by="autograd"', []),
        ('"eq:b"', "", ["eq:a"]),
        ("test_x(agree)", "x(): pass\ndef test_x(equation)", ["eq:a", "eq:b"]),
        ("pass", 'pass\npytestmark = mark.equation("eq:c")', ["eq:a", "eq:b", "eq:c"]),
        ("pass", 'pass\n@mark.equation("eq:a", by="x")\ndef y(): pass', ["eq:b"]),
    ],
)
def test_an_equation_that_is_only_named_is_caught(old, new, found):
    assert unchecked([MARKED.replace(old, new, 1)]) == found


# -- the fixture ------------------------------------------------------------------

PAGE = r"""# Page

$$
\begin{aligned} y &= 2x \\ z &= x^2 \end{aligned} \tag{1.1}\label{eq:a}
$$

$$
v = -x \tag{1.2}\label{eq:b}
$$
"""
TEST = """
import pytest

@pytest.mark.equation("eq:a")
@pytest.mark.equation("eq:b", by="hand")
def test_lines(agree, equation):
    for lhs, right in ("y", 6.0), ("z", 9.0):
        printed = equation("eq:a", lhs, {"x": "x"})(x=3.0)
        agree("unit", right, printed, 0, against="printed equation (1.1)")
"""
CARELESS = [  # a change of the test, and what is said of it then
    ("", "", None),
    (', ("z", 9.0)', ",", "lines not evaluated"),
    (', by="hand"', "", "marked, not evaluated"),
    ('("eq:a")', '("eq:a", "eq:b")', "marked, not evaluated"),
    ("(1.1)", "(1.2)", "not compared"),
    ("agree(", "(lambda *a, against: 0)(", "not compared"),
]


def test_the_fixture_sees_that_all_is_evaluated_and_compared(pytester, monkeypatch):
    for name in ("conftest.py", "pyproject.toml", "mkdocs.base.yml"):
        shutil.copy(ROOT / name, pytester.path)
    for lang in ("zh", "en"):
        (pytester.path / "docs" / lang).mkdir(parents=True)
        (pytester.path / "docs" / lang / "a.md").write_text(PAGE, "utf-8")
    tests = {f"test_{n}": TEST.replace(*c[:2], 1) for n, c in enumerate(CARELESS)}
    wrong = TEST.replace("6.0", "7.0")  # fails, and is not blamed for the rest too
    pytester.makepyfile(**tests, test_wrong=wrong)
    monkeypatch.delitem(sys.modules, "conftest", raising=False)  # its, not ours
    result = pytester.runpytest_inprocess("-p", "no:hypothesispytest", ".")
    result.assert_outcomes(passed=len(CARELESS), errors=len(CARELESS) - 1, failed=1)
    result.stdout.fnmatch_lines(
        [
            f"*ERROR test_{n}.py::test_lines - *{c[2]}*"
            for n, c in enumerate(CARELESS)
            if n
        ]
    )
