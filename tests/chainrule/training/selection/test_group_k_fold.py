import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import model_selection

from chainrule.training import GroupKFold

UNIT, THEIRS = "n-fold-cross-validation", "sklearn.model_selection.GroupKFold"


@pytest.mark.parametrize("k", [2, 3, 4])
def test_is_scikit_learn_s(agree, k):
    """Groups of different sizes; which of two equal ones comes first is open."""
    rng = np.random.default_rng(k)
    sizes = rng.permutation(np.arange(1, 10))
    for names in (np.arange(9), np.array([*"ihgfedcba"])):
        groups = rng.permutation(np.repeat(names, sizes))
        ours = GroupKFold(k).split(groups, groups=groups)
        theirs = model_selection.GroupKFold(k).split(groups, groups=groups)
        for pair, oracle in zip(ours, theirs, strict=True):
            for a, b in zip(pair, oracle, strict=True):
                agree(UNIT, a, b, 0, against=THEIRS)


@given(st.lists(st.integers(0, 12), min_size=3, max_size=60))
def test_no_group_is_on_both_sides(groups):
    groups = np.array(groups)
    if len({*groups}) < 3:
        return
    held = []
    for train, rows in GroupKFold(3).split(groups, groups=groups):
        assert not {*groups[train]} & {*groups[rows]}
        assert len(rows) > 0
        held += [*rows]
    assert sorted(held) == [*range(len(groups))]


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (None, "needs groups, one a sample, got None"),
        ([0, 0, 1, 1], "n_splits=3 folds of 2 groups"),
        ([[0], [1], [2], [3]], r"groups must be \(N,\), got \(4, 1\)"),
        ([0.0, 1.0, 2.0, np.nan], "groups contain NaN"),
    ],
)
def test_bad_groups_are_named(groups, said):
    with pytest.raises(ValueError, match=said):
        GroupKFold(3).split(range(4), groups=groups)
