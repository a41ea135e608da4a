import math

import numpy as np
import pytest

from chainrule.training import Search, Trial
from chainrule.training.search.results import rank, row, short

NAN, INF = math.nan, math.inf


def search(scores, maximize=False, resources=None):
    resources = resources or [None] * len(scores)
    trials = [
        Trial({"k": k}, score, r)
        for k, (score, r) in enumerate(zip(scores, resources, strict=True))
    ]
    return Search(trials, maximize)


def order(found):
    return [trial.params["k"] for trial in found.ranked]


def test_the_best_is_first():
    scores = [3.0, -1.0, 2.0, 0.0]
    assert order(search(scores)) == np.argsort(scores).tolist()
    assert order(search(scores, maximize=True)) == np.argsort(scores)[::-1].tolist()
    assert search(scores).best == Trial({"k": 1}, -1.0)
    assert search(scores, maximize=True).best.score == 3


def test_of_equal_ones_the_first_is_first():
    assert order(search([1.0, 0.0, 1.0, 0.0])) == [1, 3, 0, 2]
    assert order(search([1.0, 0.0, 1.0, 0.0], maximize=True)) == [0, 2, 1, 3]


def test_failures_are_last_whichever_way():
    scores = [NAN, 2.0, INF, 1.0, -INF]
    assert order(search(scores)) == [3, 1, 0, 2, 4]
    assert order(search(scores, maximize=True)) == [1, 3, 0, 2, 4]
    with pytest.raises(ValueError, match="none of 2 scores is finite"):
        _ = search([NAN, INF]).best


def test_more_resources_come_first_unless_they_failed():
    found = search([0.0, 5.0, 4.0, NAN], resources=[1, 3, 3, 9])
    assert order(found) == [2, 1, 0, 3]


def test_table():
    assert search([2.0, 1.0]).table() == [
        {"score": 1.0, "k": 1},
        {"score": 2.0, "k": 0},
    ]
    assert search([2.0, 1.0], resources=[3, 1]).table() == [
        {"score": 2.0, "resources": 3, "k": 0},
        {"score": 1.0, "resources": 1, "k": 1},
    ]
    assert str(search([2 / 3, 0.5])) == " score  k\n   0.5  1\n0.6667  0"


def test_parts():
    assert row(Trial({"a": 1}, 2.0, 3)) == {"score": 2.0, "resources": 3, "a": 1}
    assert [short(x) for x in (1e-5 / 3, 12, "ab", None, 0.5)] == [
        *("3.333e-06", "12", "ab", "None", "0.5")
    ]
    assert rank(Trial({}, 2.0), False) < rank(Trial({}, 3.0), False)
    assert rank(Trial({}, 2.0), True) > rank(Trial({}, 3.0), True)
