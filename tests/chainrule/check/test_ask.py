"""From a reader's text to the answer; softmax stands for all."""

import re

import pytest

from chainrule.check import ask

RIGHT = """
import numpy as np

def softmax(z):
    power = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return power / power.sum(axis=-1, keepdims=True)
"""


@pytest.mark.parametrize(("lang", "word"), [("zh", "✓ 正确"), ("en", "✓ Right")])
def test_right(lang, word):
    passed, said = ask("softmax", RIGHT, lang)
    assert passed
    assert word in said


def test_a_usual_mistake():
    passed, said = ask("softmax", RIGHT.replace("axis=-1", "axis=0"), site="/")
    assert not passed
    assert "/en/classification/softmax-regression/#eq:softmax" in said


def test_an_exception_with_its_line():
    passed, said = ask("softmax", "def softmax(z):\n    return z.summ()\n")
    assert not passed
    assert 'File "mine.py", line 2, in softmax\n    return z.summ()' in said
    assert "AttributeError" in said
    assert "judge.py" not in said


def test_an_error_below_the_function():
    _, said = ask("softmax", "def f(z):\n    return 1 / 0\n\nsoftmax = lambda z: f(z)")
    assert said.index("line 4") < said.index("line 2") < said.index("ZeroDivision")


def test_a_recursion_is_short():
    _, said = ask("softmax", "def softmax(z):\n    return softmax(z)")
    assert "RecursionError" in said
    assert said.count('File "mine.py", line 2') == 3
    assert int(re.search(r"repeated (\d+) more times", said)[1]) > 100


def test_so_is_one_of_two_functions():
    code = "def softmax(z):\n    return soft(z)\ndef soft(z):\n    return softmax(z)"
    _, said = ask("softmax", code)
    before, after = said.split("  …\n")
    assert before.count('File "mine.py"') == after.count('File "mine.py"') == 3
    assert "RecursionError" in after


def test_no_such_function():
    passed, said = ask("softmax", "import numpy as np\ndef soft_max(z): pass\n", "en")
    assert not passed
    assert said == "mine.py defines no function softmax(z) (but soft_max)"
    assert (
        "没有定义函数 softmax(z)（有：soft_max）"
        in ask("softmax", "def soft_max(z): pass", "zh")[1]
    )


def test_a_value_is_no_function():
    assert "defines no function" in ask("softmax", "softmax = 3")[1]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("def softmax(z)\n    return z", ["line 1", "SyntaxError", "^"]),
        ("def softmax(z):\nreturn z", ["IndentationError"]),
        ("x = 1\nimport nothing_here\n", ["line 2", "ModuleNotFoundError"]),
        ("raise SystemExit(3)", ["SystemExit: 3"]),
        ("x = '\0'", ["null bytes"]),
    ],
)
def test_a_program_that_stops(code, words):
    passed, said = ask("softmax", code)
    assert not passed
    assert said.startswith("The program stops here, before softmax is asked:")
    assert all(word in said for word in words)


def test_names_and_annotations_are_the_readers_own():
    """No flags of ours, a module to look types up in, no main block."""
    code = (
        "from __future__ import annotations\nfrom dataclasses import dataclass\n"
        "@dataclass\nclass A:\n    x: int = 0\n"
        "if __name__ == '__main__':\n    raise SystemExit\n"
    )
    assert ask("softmax", code + RIGHT)[0]


def test_prints_at_the_top_are_shown(capsys):
    ask("softmax", "print('hello')" + RIGHT)
    assert capsys.readouterr().out == "hello\n"


def test_no_such_exercise():
    with pytest.raises(LookupError, match="softmax"):
        ask("softmaxx", "")
