"""Every exercise of the book: right passes, each mistake is known, the page has it."""

import re
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from chainrule.check import Mistake, find, judge, names
from chainrule.check.exercises import PARTS, places
from chainrule.check.judge import outcome, recognize

ROOT = Path(__file__).parents[3]
EXERCISES = {name: find(name) for name in names()}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(params=EXERCISES)
def name(request):
    return request.param


@pytest.fixture
def exercise(name):
    return EXERCISES[name]


def test_right_passes(exercise):
    verdict = judge(exercise, exercise.right)
    assert verdict.passed, verdict
    assert verdict.searched == (exercise.search is not None)


def flat(value):
    """The arrays and numbers of a result, however it is nested."""
    if isinstance(value, (tuple, list)):
        return [part for each in value for part in flat(each)]
    return [value]


def test_the_right_results_are_numbers(exercise):
    for case in exercise.cases():
        came = outcome(exercise.right, case)
        assert came.error is None
        for part in flat(came.value):
            empty = isinstance(part, str) or not np.size(part)
            assert empty or not np.isnan(np.asarray(part, dtype=float)).all()


def test_each_mistake_is_refused_and_known_as_itself(exercise):
    assert len(exercise.mistakes) >= 3
    cases = exercise.cases()
    for mistake in exercise.mistakes:
        verdict = judge(exercise, mistake.wrong)
        said = mistake.wrong.__name__
        assert not verdict.passed, said
        assert verdict.mistake is mistake, said
        known = recognize(exercise, mistake.wrong, [*cases, verdict.case])
        assert known == [mistake], said


def test_it_is_found_without_hypothesis(exercise):
    """In a browser there is none: the inputs must tell each mistake."""
    bare = replace(exercise, search=None)
    for mistake in exercise.mistakes:
        assert not judge(bare, mistake.wrong).passed, mistake.wrong.__name__


def test_inputs(exercise):
    """Several, always the same, with the arguments of the right function."""
    first, second = exercise.cases(), exercise.cases()
    assert len(first) >= 2
    for one, other in zip(first, second, strict=True):
        assert list(one) == list(first[0])
        assert repr(one) == repr(other)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_texts(exercise, lang):
    texts = [exercise, *exercise.mistakes]
    for text in (getattr(each, lang) for each in texts):
        assert bool(CHINESE.search(text)) == (lang == "zh"), text
        assert len(text) > 5, text
    sentences = [getattr(each, lang) for each in exercise.mistakes]
    assert len(set(sentences)) == len(sentences)
    assert all(said[-1] in "。？！.?!" for said in sentences), sentences


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_equation_is_on_the_page(exercise, lang):
    page = (ROOT / "docs" / lang / f"{exercise.page}.md").read_text("utf-8")
    label = rf"\tag{{{exercise.number}}}\label{{{exercise.equation}}}"
    assert label in page


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_asks_for_it_or_for_two_others(name, exercise, lang):
    page = (ROOT / "docs" / lang / f"{exercise.page}.md").read_text("utf-8")
    found = re.findall(r"^(\*\*\d+\.\*\* .*)\n\n<!-- check: (\w+) -->$", page, re.M)
    asked = {each: text for text, each in found}
    assert len(asked) == len(found)
    if name in asked:
        assert f"`{exercise.signature(name)}`" in asked[name]
    else:  # the command lists it
        assert len(asked) >= 2


def test_the_first_page_says_how_many_there_are():
    home = [
        (ROOT / "docs" / lang / "index.md").read_text("utf-8") for lang in ("zh", "en")
    ]
    assert "六十多道练习" in home[0]
    assert "Over sixty exercises" in home[1]
    assert 60 < len(EXERCISES) < 70


def test_its_part_is_its_pages(name, exercise):
    assert places()[name].split(".")[-2] == exercise.page.split("/")[0]


def test_parts():
    """Each has a room, and a test that proves what is right there."""
    here = Path(__file__).parent / "exercises"
    parts = {module.split(".")[-2] for module in places().values()}
    assert parts <= set(PARTS)
    assert [part for part in parts if not (here / f"test_{part}.py").is_file()] == []


def test_a_name_that_is_none_says_what_comes_near():
    with pytest.raises(LookupError, match="no exercise 'softmx': softmax"):
        find("softmx")
    with pytest.raises(LookupError, match=r"^no exercise 'qqqq'$"):
        find("qqqq")


def test_a_mistake_has_both_languages():
    assert [field.name for field in fields(Mistake)] == ["wrong", "zh", "en"]
