"""Every verdict, and the usual mistakes."""

import builtins
import sys
from dataclasses import replace

import numpy as np
import pytest
from helpers.checks import HALF, half, halves_in_place, not_halved, search

from chainrule.check import Mistake, judge
from chainrule.check.judge import KEPT, recognize

SEARCHED = replace(HALF, search=search)


def test_right():
    verdict = judge(HALF, half)
    assert verdict.passed
    assert (verdict.tried, verdict.searched) == (2, False)


@pytest.mark.parametrize(
    "mine",
    [
        lambda x, y: ((x + y) / 2).tolist(),
        lambda x, y: ((x + y) / 2).astype(object),
        lambda x, y, scale=2: (x + y) / scale,
        lambda *both: sum(both) / 2,
    ],
)
def test_right_in_another_form(mine):
    assert judge(HALF, mine).passed


def test_wrong_and_recognized():
    verdict = judge(HALF, lambda x, y: y + x)
    assert not verdict.passed
    assert verdict.tried == 1
    assert verdict.difference.kind == "value"
    assert verdict.difference.place == (1,)
    assert verdict.mistake.wrong is not_halved
    assert list(verdict.case) == ["x", "y"]


def test_wrong_in_a_new_way():
    verdict = judge(HALF, lambda x, y: (x + y) / 3)
    assert not verdict.passed
    assert verdict.mistake is None


def test_what_fails_late_is_found_there():
    verdict = judge(HALF, lambda x, y: x + y if x.ndim > 1 else (x + y) / 2)
    assert verdict.tried == 2
    assert verdict.mistake is None  # it makes it at one input only


def test_an_argument_changed():
    verdict = judge(HALF, halves_in_place)
    assert verdict.changed == "x"
    assert verdict.difference is None
    assert verdict.mistake.wrong is halves_in_place
    assert judge(replace(HALF, changes=("x",)), halves_in_place).passed


def test_however_little_an_argument_changed():
    def touch(x, y):
        mean = half(x, y)
        x *= 1 + 1e-12
        return mean

    assert judge(HALF, touch).changed == "x"


class Doubled:
    """A function that is an object, whose copy is another."""

    def __call__(self, x):
        return 2 * x


def test_arguments_that_do_not_count_as_changed():
    def inputs(_):
        yield {"rng": np.random.default_rng(0), "f": Doubled(), "names": ["a"]}

    def draw(rng, f, names):
        return f(rng.normal(size=3))

    exercise = replace(HALF, right=draw, inputs=inputs, mistakes=())
    assert judge(exercise, draw).passed

    def spoil(rng, f, names):
        names.append("b")
        return draw(rng, f, names)

    assert judge(exercise, spoil).changed == "names"


def test_an_exception():
    verdict = judge(HALF, lambda x, y: 1 / 0)
    assert isinstance(verdict.error, ZeroDivisionError)
    assert not verdict.arguments
    assert verdict.mistake is None


@pytest.mark.parametrize(("off", "alike"), [(1e-9, True), (1e-4, False)])
def test_a_mistake_is_recognized_by_its_digits(off, alike):
    verdict = judge(HALF, lambda x, y: (x + y) * (1 + off))
    assert (verdict.mistake is not None) is alike


def test_each_exercise_has_its_own_bounds():
    assert judge(replace(HALF, rtol=1e-3, atol=0), lambda *x: half(*x) * 1.0001).passed
    assert judge(replace(HALF, rtol=0, atol=1e-3), lambda *x: half(*x) + 1e-4).passed


def test_nobody_knows_what_a_function_in_c_takes():
    verdict = judge(HALF, min)
    assert isinstance(verdict.error, ValueError)
    assert not verdict.arguments


@pytest.mark.parametrize("mine", [lambda x: x, lambda: 0, lambda x, y, z: x])
def test_other_arguments(mine):
    assert judge(HALF, mine).arguments


def test_a_type_error_inside_is_no_wrong_argument():
    verdict = judge(HALF, lambda x, y: x + "y")
    assert isinstance(verdict.error, TypeError)
    assert not verdict.arguments


def test_who_leaves_is_caught():
    assert isinstance(judge(HALF, lambda x, y: sys.exit()).error, SystemExit)


def test_warnings_are_no_errors():
    """Ours are `error`; a reader's overflow is judged by what it gives."""
    verdict = judge(HALF, lambda x, y: np.exp(x * 1e5))
    assert verdict.difference.kind == "value"


def test_prints_are_kept_at_the_input_that_failed(capsys):
    def chatty(x, y):
        print("x is", x[0])
        return x

    verdict = judge(HALF, chatty)
    assert verdict.printed == "x is 1.0\n"
    assert capsys.readouterr().out == ""


def test_many_prints_are_cut():
    def flood(x, y):
        for i in range(5000):
            print("line", i)
        return x

    assert len(judge(HALF, flood).printed) == KEPT


def test_a_function_that_remembers_is_asked_with_copies():
    seen = []

    def keep(x, y):
        seen.append(x)
        x[:] = 0
        return x

    first = judge(HALF, keep).right
    assert (first == [2.0, 3.5]).all()


def test_hypothesis_finds_more():
    def almost(x, y):
        return np.where(x + y > 700, x, (x + y) / 2)

    assert judge(HALF, almost).passed
    verdict = judge(SEARCHED, almost)
    assert verdict.searched
    assert verdict.tried == 3
    assert (verdict.case["x"] + verdict.case["y"]).max() > 700
    again = judge(SEARCHED, almost)
    np.testing.assert_array_equal(again.case["x"], verdict.case["x"])


def test_a_mistake_must_show_where_hypothesis_found_one():
    def large(which):
        return lambda x, y: np.where(x + y > 700, which(x, y), (x + y) / 2)

    known = Mistake(large(np.minimum), "小", "small")
    exercise = replace(SEARCHED, mistakes=(known,))
    assert judge(exercise, large(np.minimum)).mistake is known
    assert judge(exercise, large(np.maximum)).mistake is None


def test_what_is_said_is_of_the_smallest_input_alone():
    def fails_then_errs(x, y):
        if (x + y).max() > 700:
            raise KeyError
        return np.where(x + y > 600, x, (x + y) / 2)

    verdict = judge(SEARCHED, fails_then_errs)
    assert verdict.error is None
    assert 600 < (verdict.case["x"] + verdict.case["y"]).max() <= 700


def test_whatever_hypothesis_thinks_of_a_search():
    def choosy(strategies, arrays):
        return search(strategies, arrays).filter(lambda xy: (xy[0] > 300).all())

    assert judge(replace(HALF, search=choosy), half).searched


def test_hypothesis_finds_nothing_in_the_right_one():
    verdict = judge(SEARCHED, half)
    assert verdict.passed
    assert verdict.searched


def test_a_function_that_changes_its_mind():
    calls = []

    def moody(x, y):
        calls.append(0)
        return (x + y) / 2 if len(calls) != 50 else x + 5e3

    assert not judge(SEARCHED, moody).passed


def test_without_hypothesis(monkeypatch):
    known = builtins.__import__

    def without(name, *rest):
        if name.startswith("hypothesis"):
            raise ImportError(name)
        return known(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    verdict = judge(SEARCHED, half)
    assert verdict.passed
    assert not verdict.searched


def test_nothing_is_left_in_the_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    judge(SEARCHED, half)
    assert list(tmp_path.iterdir()) == []


def test_errors_are_alike_by_their_type():
    broken = replace(HALF, mistakes=(Mistake(lambda x, y: [][0], "零", "none"),))
    found = recognize(broken, lambda x, y: [1][5], broken.cases())
    assert found == list(broken.mistakes)
    assert recognize(broken, lambda x, y: 1 / 0, broken.cases()) == []
