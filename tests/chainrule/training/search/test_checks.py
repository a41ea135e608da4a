import pytest

from chainrule.training.search.checks import (
    require_counts,
    require_points,
    require_space,
)


def test_points():
    assert require_points(2) == 2
    for n in (1, 0, 2.0, True, None):
        with pytest.raises(ValueError, match=f"2 points or more, got {n}"):
            require_points(n)


def test_counts():
    require_counts("f", a=(1, 1), b=(5, 2))
    for value in (1, 2.0, True, None):
        with pytest.raises(ValueError, match=f"f: b must be 2 or more, got {value}"):
            require_counts("f", a=(1, 1), b=(value, 2))


def test_space():
    require_space("f", {"lr": [1]})
    with pytest.raises(ValueError, match=r"f: the search space is empty: \{\}"):
        require_space("f", {})
    with pytest.raises(TypeError, match=r"a dict of names, got \[1\]"):
        require_space("f", [1])
    for taken in ("score", "resources"):
        with pytest.raises(ValueError, match=f"f: '{taken}' is a column"):
            require_space("f", {"lr": [1], taken: [2]})
