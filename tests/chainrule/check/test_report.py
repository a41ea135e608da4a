"""A verdict in words, in both languages."""

from dataclasses import replace

import numpy as np
import pytest
from helpers.checks import HALF, half, halves_in_place, not_halved, search

from chainrule.check import judge
from chainrule.check.report import TEXT, absent, report, stopped


def said(mine, lang="en", exercise=HALF, site=""):
    return report("half", exercise, judge(exercise, mine), lang, site)


def test_both_languages_say_the_same_things():
    assert TEXT["zh"].keys() == TEXT["en"].keys()
    for key, text in TEXT["en"].items():
        fields = [part.split("}")[0] for part in text.split("{")[1:]]
        theirs = [part.split("}")[0] for part in TEXT["zh"][key].split("{")[1:]]
        assert sorted(fields) == sorted(theirs), key


@pytest.mark.parametrize(
    ("lang", "head", "right"),
    [
        (
            "en",
            "half: equation (1.1), https://x.org/en/part/page/#eq:half",
            "✓ Right. All 2 inputs agree.",
        ),
        (
            "zh",
            "half：式 (1.1)，https://x.org/part/page/#eq:half",
            "✓ 正确。2 组输入全部一致。",
        ),
    ],
)
def test_right(lang, head, right):
    assert said(half, lang, site="https://x.org/") == f"{head}\n{right}"


def test_right_and_searched():
    searched = replace(HALF, search=search)
    assert "hypothesis looked for" in said(half, exercise=searched)
    assert "hypothesis 另外找的" in said(half, "zh", searched)


def test_wrong():
    assert said(not_halved) == (
        "half: equation (1.1), en/part/page/#eq:half\n"
        "\n"
        "✗ Input 1\n"
        "    x = [1. 2.]\n"
        "    y = [3. 5.]\n"
        "    yours = [4. 7.]\n"
        "    right = [2.  3.5]\n"
        "\n"
        "They differ most at [1]: 7 came, 3.5 is right.\n"
        "\n"
        "This looks like a usual mistake: the half is missing."
    )


def test_an_error_is_all_that_came():
    def fails(x, y):
        raise KeyError("no")

    assert said(fails) == (
        "half: equation (1.1), en/part/page/#eq:half\n"
        "\n"
        "✗ Input 1\n"
        "    x = [1. 2.]\n"
        "    y = [3. 5.]\n"
        "\n"
        "Your function fails here:"
    )


def test_a_single_number_has_ten_digits_and_no_place():
    third = replace(HALF, right=lambda x, y: 1 / 3)
    text = said(lambda x, y: 0.5, exercise=third)
    assert "They differ most: 0.5 came, 0.3333333333 is right." in text


def test_wrong_in_chinese():
    text = said(not_halved, "zh")
    assert "✗ 第 1 组输入" in text
    assert "    得到 = [4. 7.]\n    应为 = [2.  3.5]" in text
    assert "相差最大处 [1]：应为 3.5，得到 7。" in text
    assert text.endswith("像是这个错误：没有除以 2。")


def test_rows_stand_below_each_other():
    square = replace(HALF, right=lambda x, y: np.eye(2))
    text = said(lambda x, y: np.zeros((2, 2)), "zh", square)
    assert "    得到 = [[0. 0.]\n            [0. 0.]]" in text


@pytest.mark.parametrize(
    ("mine", "en", "zh"),
    [
        (lambda x, y: None, "is a return missing?", "忘了 return"),
        (lambda x, y: x[0], "The shape is (), not (2,).", "形状应为 (2,)，得到 ()"),
        (lambda x, y: "no", "'no' came, array([2. , 3.5])", "得到 'no'"),
        (
            lambda x, y: ((x + y) / 2).astype(int),
            "The fractions are lost at [1]: 3 came, 3.5 is right",
            "小数部分丢了 [1]：应为 3.5，得到 3",
        ),
        (halves_in_place, "the argument x was changed", "参数 x 被改动了"),
        (lambda x: x, "It is called as half(x, y).", "这样调用 half(x, y)"),
        (lambda x, y: 1 / 0, "Your function fails here:", "你的函数在这里出错："),
    ],
)
def test_what_is_wrong(mine, en, zh):
    assert en.replace("array([2. , 3.5])", "[2.  3.5]") in said(mine)
    assert zh in said(mine, "zh")


@pytest.mark.parametrize("dtype", ["float16", "float32"])
def test_single_precision(dtype):
    exercise = replace(HALF, right=lambda x, y: x / 3)
    text = said(lambda x, y: (x / 3).astype(dtype), exercise=exercise)
    assert "right = [0.333333 0.666667]" in text
    assert "Single precision only at [" in text
    assert f"do not convert it to {dtype}" in text


def test_one_of_several_results():
    exercise = replace(HALF, right=lambda x, y: (x, y))
    text = said(lambda x, y: (x, y + 1), exercise=exercise)
    assert "Result [1]: They differ most at [0]: 4 came, 3 is right." in text
    assert "    right = ([1. 2.],\n             [3. 5.])" in text
    assert "2 results are asked for, 1 came" in said(lambda x, y: 1, exercise=exercise)


def test_a_last_digit_is_shown():
    exact = replace(HALF, right=lambda x, y: 0.1, rtol=0, atol=0)
    text = said(lambda x, y: 0.1 + 1e-16, exercise=exact)
    assert repr(0.1 + 1e-16) != "0.1"
    assert repr(0.1 + 1e-16) in text


def test_what_it_printed():
    text = said(lambda x, y: print("a\nb"))
    assert "The function printed:\n    a\n    b\n\n" in text


def test_long_values_are_cut():
    assert len(said(lambda x, y: "long" * 1000)) < 2000
    assert "..." in said(lambda x, y: np.zeros(1000))


def test_functions_have_names():
    def inputs(_):
        yield {"f": half}

    exercise = replace(HALF, right=lambda f: 1, inputs=inputs, mistakes=())
    assert "    f = half\n" in said(lambda f: 2, exercise=exercise)


def test_an_object_without_words():
    class Mute:
        def __repr__(self):
            raise RuntimeError

    assert "Mute object at" in said(lambda x, y: Mute())


def test_absent():
    assert absent("f(x)", [], "a.py", "en") == "a.py defines no function f(x)"
    assert absent("f(x)", ["g"], "a.py", "en").endswith("f(x) (but g)")
    assert absent("f(x)", ["g"], "a.py", "zh") == "a.py 里没有定义函数 f(x)（有：g）"


def test_stopped():
    assert "before f is asked" in stopped("f", "en")
    assert "还没有轮到 f" in stopped("f", "zh")
