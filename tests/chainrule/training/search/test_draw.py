import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from sklearn.model_selection import ParameterGrid, ParameterSampler

from chainrule.training import Choice, LogUniform, Uniform
from chainrule.training.search.draw import choices, draw, grid

UNIT = "coarse-to-fine-search"


@pytest.mark.parametrize(
    "space",
    [
        {"lr": [0.1, 0.01, 0.001]},
        {"lr": [0.1, 0.01], "decay": [0, 1e-4, 1e-5]},
        {"z": ["a"], "b": (1, 2), "a": range(3), "m": np.array([0.5, 0.9])},
    ],
)
def test_a_grid_is_scikit_learn_s(space):
    theirs = [*ParameterGrid(space)]
    assert grid(space) == theirs
    assert [[*point] for point in grid(space)] == [sorted(space)] * len(theirs)


@given(st.dictionaries(st.text("abc", min_size=1), st.integers(1, 3), min_size=1))
def test_any_grid_is_scikit_learn_s(sizes):
    space = {name: [*range(n)] for name, n in sizes.items()}
    if np.prod([*sizes.values()]) > 500:
        return
    assert grid(space) == [*ParameterGrid(space)]


@pytest.mark.parametrize("seed", [0, 1, 2**31])
def test_draws_are_scikit_learn_s(agree, seed):
    ours = {
        "lr": LogUniform(1e-4, 1),
        "p": Uniform(0.1, 0.9),
        "act": ["relu", "tanh", "gelu"],
        "width": Choice(range(8, 72, 8)),
    }
    theirs = {
        "lr": stats.loguniform(1e-4, 1),
        "p": stats.uniform(0.1, 0.8),
        "act": ["relu", "tanh", "gelu"],
        "width": [*range(8, 72, 8)],
    }
    found = draw(ours, 40, seed)
    oracle = [*ParameterSampler(theirs, 40, random_state=seed)]
    for name in ("act", "width"):
        assert [x[name] for x in found] == [x[name] for x in oracle]
    for name in ("lr", "p"):
        agree(
            UNIT,
            np.array([x[name] for x in found]),
            np.array([x[name] for x in oracle]),
            1e-14,
            against="sklearn.model_selection.ParameterSampler",
        )
    assert found == draw(ours, 40, seed)
    assert found[:7] == draw(ours, 7, seed)  # the beginning of a longer search
    assert found != draw(ours, 40, seed + 1)


def test_of_lists_no_point_comes_twice():
    space = {"a": [1, 2, 3], "b": [*"wxyz"]}
    for n in (1, 5, 12):
        found = draw(space, n, 0)
        points = {tuple(point.items()) for point in found}
        assert len(points) == len(found) == n
    whole = {tuple(point.items()) for point in grid(space)}
    assert points == whole
    theirs = ParameterSampler(space, 12, random_state=0)
    assert {tuple(sorted(point.items())) for point in theirs} == whole


def test_of_lists_each_point_is_as_likely():
    space = {"a": [0, 1, 2], "b": [0, 1]}
    count = np.zeros((3, 2))
    for seed in range(600):
        for point in draw(space, 2, seed):
            count[point["a"], point["b"]] += 1
    assert stats.chisquare(count.ravel()).pvalue > 1e-3


def test_without_a_seed_and_with_a_generator():
    space = {"lr": Uniform(0, 1)}
    assert draw(space, 3) != draw(space, 3)
    rng = np.random.RandomState(0)
    assert draw(space, 3, rng) + draw(space, 2, rng) == draw(space, 5, 0)


def test_choices_are_sorted():
    part = Uniform(0, 1)
    found = choices("f", {"b": part, "a": [1, 2]})
    assert [*found] == ["a", "b"]
    assert found["b"] is part
    assert found["a"].values == [1, 2]


def test_bad_input_is_named():
    for search in (grid, lambda space: draw(space, 2)):
        with pytest.raises(ValueError, match="space is empty"):
            search({})
        with pytest.raises(ValueError, match="a choice of nothing"):
            search({"a": []})
        with pytest.raises(TypeError, match=r"in a list, got 0\.1"):
            search({"a": 0.1})
    with pytest.raises(
        TypeError, match=r"grid: lr=Uniform\(low=0, high=1\) has no end"
    ):
        grid({"lr": Uniform(0, 1)})
    for n in (0, -1, 2.0):
        with pytest.raises(ValueError, match=f"draw: n must be 1 or more, got {n}"):
            draw({"a": [1, 2]}, n)
    with pytest.raises(ValueError, match=r"n=5, but there are 4 points: \{'a'"):
        draw({"a": [1, 2], "b": [1, 2]}, 5)
