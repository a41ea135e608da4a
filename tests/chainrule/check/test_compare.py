"""How what came differs from what is right, whatever came."""

import numpy as np
import pytest
import torch

from chainrule.check.compare import difference

RIGHT = np.array([[1.0, 2.5], [np.nan, np.inf]])


def kind(mine, right=RIGHT, rtol=1e-9, atol=1e-12):
    found = difference(mine, right, rtol, atol)
    return found and found.kind


@pytest.mark.parametrize(
    ("mine", "right"),
    [
        (RIGHT.copy(), RIGHT),
        (RIGHT.tolist(), RIGHT),
        (RIGHT.astype(object), RIGHT),
        (torch.tensor(RIGHT), RIGHT),
        (RIGHT * (1 + 1e-10), RIGHT),
        (3, 3.0),
        (np.float64(3), np.array(3.0)),
        (np.array([1.0, 0.0]), np.array([True, False])),
        ([1, 2], (1.0, 2.0)),
        (np.array([1.0, 2.0]), (1.0, 2.0)),
        ({"b": 1, "a": [2.0]}, {"a": np.array([2.0]), "b": 1.0}),
        ("word", "word"),
        (None, None),
        (1e-13, 0.0),
    ],
)
def test_equal(mine, right):
    assert kind(mine, right) is None


@pytest.mark.parametrize(
    ("mine", "right", "said"),
    [
        (None, RIGHT, "nothing"),
        (RIGHT[0], RIGHT, "shape"),
        ((RIGHT,), RIGHT, "shape"),  # a comma after the result
        (RIGHT.T, RIGHT, "value"),
        (np.where(np.isnan(RIGHT), 0, RIGHT), RIGHT, "value"),
        (np.where(np.isinf(RIGHT), 1e300, RIGHT), RIGHT, "value"),
        (-np.inf, np.inf, "value"),
        (np.nan, 1.0, "value"),
        (1.0, np.nan, "value"),
        (np.array([1.0, 2.0]), np.array([1.0, 2.0 + 1e-8]), "value"),
        (np.array([1, 2]), np.array([1.0, 2.5]), "whole"),
        (np.array([-1, 2]), np.array([-1.5, 2.5]), "whole"),
        (np.array([1, 3]), np.array([1.0, 2.5]), "value"),
        (np.array([0.1, 0.2], np.float32), np.array([0.1, 0.2]), "single"),
        (np.array([0.1, 0.2], np.float16), np.array([0.1, 0.2]), "single"),
        (np.array([0.1, 1e-7], np.float32), np.array([0.1, 0.0]), "single"),
        (np.array([0.1, 0.3], np.float32), np.array([0.1, 0.2]), "value"),
        (np.array([0.1, 1e-4], np.float32), np.array([0.1, 0.0]), "value"),
        (np.array([1.01, 0.1], np.float32), np.array([1.0, 0.1]), "value"),
        (1 + 1j, 1.0, "text"),
        (np.array([1 + 0j]), np.array([1.0]), "text"),
        ("1.0", 1.0, "text"),
        (np.array(["1.0"]), np.array([1.0]), "text"),
        ([[1], [1, 2]], np.array([1.0]), "text"),
        (torch.ones(2, requires_grad=True), np.ones(2), "text"),
        ({1: 2}, 1.0, "text"),
        ((x for x in [1.0]), np.array([1.0]), "text"),
        (None, (1.0, 2.0), "nothing"),
        (1.0, (1.0, 2.0), "length"),
        (np.array(1.0), (1.0, 2.0), "length"),
        ((1.0, 2.0, 3.0), (1.0, 2.0), "length"),
        ((1.0, None), (1.0, 2.0), "text"),
        ({"a": 1.0}, {"b": 1.0}, "text"),
        ("other", "word", "text"),
        (1.0, None, "text"),
    ],
)
def test_different(mine, right, said):
    assert kind(mine, right) == said


def test_each_number_has_its_own_bound():
    right = np.array([1e6, 1.0])
    assert kind(right + np.array([1e-4, 0]), right) is None
    assert kind(right + np.array([0, 1e-4]), right) == "value"


def test_the_largest_difference_is_named():
    right = np.zeros((2, 3))
    mine = right.copy()
    mine[0, 1], mine[1, 2] = 1.0, -3.0
    found = difference(mine, right, 1e-9, 1e-12)
    assert (found.place, found.mine, found.right) == ((1, 2), -3.0, 0.0)


@pytest.mark.parametrize(
    ("mine", "count"), [((1.0, 2.0, 3.0), 3), ([], 0), (np.ones(3), 1), (1.0, 1)]
)
def test_results_are_counted(mine, count):
    found = difference(mine, (1.0, 2.0), 0, 0)
    assert (found.kind, found.mine, found.right) == ("length", count, 2)


def test_the_part_is_named():
    right = (1.0, {"w": (np.zeros(2), np.ones(2))})
    found = difference((1.0, {"w": [np.zeros(2), np.zeros(2)]}), right, 0, 0)
    assert found.part == "[1]['w'][1]"
    assert found.place == (0,)


class Odd:
    def __eq__(self, _):
        raise RuntimeError

    __hash__ = None

    def __array__(self, *_, **__):
        raise RuntimeError


def test_whatever_an_object_does():
    assert kind(Odd(), 1.0) == "text"
    assert kind(Odd(), Odd()) == "text"
