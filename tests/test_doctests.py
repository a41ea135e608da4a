"""The examples in docstrings do what they say."""

import doctest
import importlib
import pkgutil

import pytest

import chainrule

MODULES = ["chainrule"] + [
    module.name for module in pkgutil.walk_packages(chainrule.__path__, "chainrule.")
]


def examples():
    finder = doctest.DocTestFinder(exclude_empty=True)
    for name in MODULES:
        for test in finder.find(importlib.import_module(name), name):
            if test.examples:
                yield pytest.param(test, id=test.name)


@pytest.mark.parametrize("test", [*examples()])
def test_example(test):
    said = []
    runner = doctest.DocTestRunner()
    runner.run(test, out=said.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(said)


def test_a_wrong_example_is_caught():
    text = ">>> 1 + 1\n3\n"
    wrong = doctest.DocTestParser().get_doctest(text, {}, "wrong", None, 0)
    with pytest.raises(AssertionError, match="Expected"):
        test_example(wrong)
