import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import model_selection

from chainrule.training import StratifiedKFold

UNIT = "n-fold-cross-validation"
THEIRS = "sklearn.model_selection.StratifiedKFold"
rng = np.random.default_rng(0)
LABELS = {
    "two": rng.integers(2, size=31),
    "sorted": np.repeat([0, 1, 2], [10, 5, 7]),
    "rare": rng.choice(4, size=60, p=[0.7, 0.1, 0.1, 0.1]),
    "words": rng.choice(["cat", "ant", "bee"], size=40),
    "floats": rng.choice([3.0, -1.0], size=25),
    "booleans": rng.random(20) < 0.4,
    "late": np.array([2] * 9 + [0] * 6 + [1] * 8),
    "alone": np.zeros(9, dtype=int),
}


@pytest.mark.parametrize("name", LABELS)
def test_is_scikit_learn_s(agree, name):
    y = LABELS[name]
    for k in (2, 3, 5):
        for seed in (None, 0, 1, 2):
            given = {"n_splits": k, "shuffle": seed is not None, "random_state": seed}
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ours = [*StratifiedKFold(**given).split(y, y)]
                theirs = [*model_selection.StratifiedKFold(**given).split(y, y)]
            for pair, oracle in zip(ours, theirs, strict=True):
                for a, b in zip(pair, oracle, strict=True):
                    agree(UNIT, a, b, 0, against=THEIRS)


@given(st.lists(st.integers(0, 3), min_size=8, max_size=60), st.booleans())
def test_counts_of_a_class_differ_by_one_at_most(y, shuffle):
    y, k = np.array(y), 4
    if np.bincount(y).max() < k:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        held = [rows for _, rows in StratifiedKFold(k, shuffle=shuffle).split(y, y)]
    assert sorted(np.concatenate(held)) == [*range(len(y))]
    for c in np.unique(y):
        counts = [(y[rows] == c).sum() for rows in held]
        assert max(counts) - min(counts) <= 1
    sizes = [len(rows) for rows in held]
    assert max(sizes) - min(sizes) <= 1


def test_a_class_with_too_few_members():
    y = [0] * 8 + [1] * 3
    for cls in (StratifiedKFold, model_selection.StratifiedKFold):
        with pytest.warns(UserWarning, match=r"n_splits=5|only 3"):
            assert len([*cls(5).split(y, y)]) == 5
    with pytest.warns(UserWarning, match="class 1 has only 3 members"):
        StratifiedKFold(5).split(y, y)
    y = [0] * 4 + [1] * 4
    for cls in (StratifiedKFold, model_selection.StratifiedKFold):
        with pytest.raises(ValueError, match="n_splits=5"):
            [*cls(5).split(y, y)]


@pytest.mark.parametrize(
    ("y", "said"),
    [
        (None, "needs the classes y, got None"),
        ([0.5, 1.0, 1.0, 0.5], "not measured, got 0.5"),
        ([np.nan, 1.0, 1.0, 0.0], "not measured, got nan"),
        ([[0, 1], [1, 0], [0, 1], [1, 0]], r"a class each, got \(4, 2\)"),
        ([1j, 1, 0, 0], "got complex128"),
    ],
)
def test_refuses_what_is_no_class(y, said):
    with pytest.raises(ValueError, match=said):
        StratifiedKFold(2).split(range(4), y)
